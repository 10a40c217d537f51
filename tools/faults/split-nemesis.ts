import type { OwnBroker, SeededRandom } from '@sanxian/shared/testing';
import type { ServerProcess } from '../process/server-process.js';
import type { ProcessName, SplitSystem } from '../split/split-system.js';
import { freezeProcess } from './freeze-process.js';
import { nativeMysql } from './native-mysql.js';
import { pass } from './run-under-fault.js';

export interface SplitFault {
  readonly name: string;
  /** Does the damage and resolves when the machine is whole again; everything else may still be recovering. */
  readonly strike: () => Promise<void>;
}

export interface Victims {
  readonly system: SplitSystem;
  readonly cluster: readonly OwnBroker[];
  readonly random: SeededRandom;
}

const services = ['donations', 'volunteers', 'notifications'] as const;
/** Longer than a session of a consumer, the lease of a relay and the patience of the gateway. */
const frozenSeconds = 20;

/** What may happen to servers of split mode: each once, in an order of the seed's. */
export function splitFaults(victims: Victims): SplitFault[] {
  return shuffled([...processFaults(victims), ...clusterFaults(victims), ...databaseFaults], victims.random);
}

function processFaults({ system, random }: Victims): SplitFault[] {
  const anyOf = (name: ProcessName) => random.pick(system.processes[name]);
  const killed: readonly ProcessName[] = ['gateway', ...services];
  return [
    ...killed.map((name) => ({ name: `${name} killed`, strike: () => killAndRestart(anyOf(name)) })),
    ...services.map((name) => ({
      name: `${name} frozen ${frozenSeconds} s`,
      strike: () => freezeProcess(anyOf(name).processId, frozenSeconds),
    })),
  ];
}

function clusterFaults({ cluster, random }: Victims): SplitFault[] {
  return [
    {
      name: 'each of three brokers killed in turn',
      strike: async () => {
        for (const broker of shuffled(cluster, random)) {
          await broker.kill();
          await pass(6);
          await broker.start();
          await pass(2);
        }
      },
    },
    { name: 'all brokers down for 15 s', strike: () => allDown(cluster, 15) },
    {
      name: 'brokers flapping',
      strike: async () => {
        for (let times = 0; times < 3; times += 1) {
          await allDown(cluster, random.integer(1, 3));
          await pass(random.integer(2, 6));
        }
      },
    },
  ];
}

const databaseFaults: readonly SplitFault[] = [
  { name: 'MySQL killed', strike: () => nativeMysql.killAndRestart() },
  { name: 'MySQL frozen 8 s', strike: () => nativeMysql.freezeFor(8) },
];

async function allDown(cluster: readonly OwnBroker[], seconds: number): Promise<void> {
  await Promise.all(cluster.map((broker) => broker.kill()));
  await pass(seconds);
  await Promise.all(cluster.map((broker) => broker.start()));
}

async function killAndRestart(instance: ServerProcess): Promise<void> {
  await instance.kill();
  await pass(1);
  await instance.start({ withinMilliseconds: 60_000 });
}

function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
