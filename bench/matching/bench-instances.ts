import { instanceNamed, knownInstances } from '../../apps/volunteers/test/matching/known-instances.fixture.js';
import { adversarialInstances } from './adversarial-instances.js';
import { generateInstance } from './generate-instance.js';

export interface BenchInstance {
  readonly name: string;
  readonly make: () => object;
  /** The best levels known, of those that came with them. */
  readonly known?: readonly number[];
  /** Nobody takes more than one: a network, that HiGHS solves, too. */
  readonly oneShift: boolean;
}

const sizes = [
  [200, 20],
  [1_000, 100],
  [5_000, 300],
  [20_000, 1_000],
] as const;

/** As the issue asks: 0.6 M and 8.6 M pairs for the two largest. */
const dense = { freeShare: 0.9, reach: 1.6 };

export const benchInstances: readonly BenchInstance[] = [
  ...Object.entries(knownInstances).map(([name, { levels }]) => ({
    name,
    make: () => instanceNamed(name),
    known: levels,
    oneShift: name.startsWith('one-shift'),
  })),
  ...sizes.map(([volunteers, shifts]) => ({
    name: `generated one-shift ${volunteers}x${shifts}`,
    make: () => generateInstance({ volunteers, shifts, oneShift: true, days: 28, seed: 11, ...dense }),
    oneShift: true,
  })),
  ...sizes.map(([volunteers, shifts]) => ({
    name: `generated all-rules ${volunteers}x${shifts}`,
    make: () => generateInstance({ volunteers, shifts, oneShift: false, days: 28, seed: 12 }),
    oneShift: false,
  })),
  ...Object.entries(adversarialInstances).map(([name, make]) => ({ name, make, oneShift: false })),
];
