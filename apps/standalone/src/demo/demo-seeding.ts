import { Logger } from '@nestjs/common';
import type { ForwardingPort } from '@sanxian/gateway/module';
import type { ServiceRuntime } from '@sanxian/shared/messaging';
import type { PeopleSeal } from '@sanxian/shared/security';
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoSize, eventsOf, planCity } from './city/plan-city.js';
import { ConsentTexts } from './consent-texts.js';
import { CoordinatorDesk } from './coordinator-desk.js';
import { DemoClient } from './demo-client.js';
import { describeDemo } from './demo-description.js';
import { createDemoStaff } from './demo-staff.js';
import { PersonIntroduction } from './introduce-person.js';
import { MovingIn } from './moving-in.js';
import { publishedEvents, publishEvents } from './publish-events.js';
import { SeedingJournal } from './seeding-journal.js';

const logger = new Logger('Demo');
/** The first moment belongs to whoever has just opened the server. */
const quietStartMilliseconds = 1_000;
const finishMilliseconds = 3_000;

interface Signals {
  /** Nobody more moves in. */
  readonly ending: AbortSignal;
  /** Not one request more. */
  readonly cuttingShort: AbortSignal;
}

export interface DemoParts {
  /** Where the accounts and the progress are written down. */
  readonly folder: { file(name: string): string };
  /** For the branches and the staff, which no route makes. */
  readonly gateway: ServiceRuntime;
  readonly peopleSeal: PeopleSeal;
  readonly forwarding: ForwardingPort;
  readonly sizeWhenNew: DemoSize;
  readonly say: (line: string) => void;
}

/**
 * Fills a new demo folder through the API itself, so that every rule, event and message of the product takes part: first what
 * a coordinator prepares, and then, while the server is in use already, the people. Cut short, it goes on at the next start.
 */
export class DemoSeeding {
  private readonly ending = new AbortController();
  private readonly cuttingShort = new AbortController();
  private running: Promise<void> = Promise.resolve();

  private constructor(private readonly peopleMoveIn: (signals: Signals) => Promise<void>) {}

  /**
   * Makes branches, staff, and the events with their shifts, which is quick enough to be waited for.
   * @returns undefined when the demo is complete
   */
  static async prepare(parts: DemoParts): Promise<DemoSeeding | undefined> {
    const { folder, gateway, forwarding, say } = parts;
    const completeMarker = folder.file('demo-seeded');
    if (existsSync(completeMarker)) return undefined;
    const description = describeDemo(folder.file('demo.json'), parts.sizeWhenNew, gateway.clock.now());
    const journal = SeedingJournal.open(folder.file('demo-progress'));
    const accountsFile = folder.file('demo-accounts.json');
    const [account] = await createDemoStaff(gateway, parts.peopleSeal, accountsFile);
    const client = new DemoClient(forwarding, journal);
    const desk = new CoordinatorDesk(client, account!, gateway.clock);
    const events = eventsOf(description);
    const shiftIds = publishedEvents(journal, events) ?? (await publishEvents(client, await desk.session(), events));
    say(`演示城市的工作人员账号见 ${accountsFile}`);
    say(`Staff accounts of the demo city are in ${accountsFile}`);
    return new DemoSeeding(async ({ ending, cuttingShort }) => {
      const introduction = new PersonIntroduction(client.until(cuttingShort), new ConsentTexts(client), desk, shiftIds);
      const { people } = planCity(description);
      const missing = await new MovingIn(people, {
        introduce: (person, place) => introduction.introduce(person, place),
        journal,
        ending,
        say,
        onError: (error) => logger.warn(`Somebody moves in later: ${reasonOf(error)}`),
      }).run();
      if (missing > 0) {
        if (!ending.aborted)
          say(`演示城市还差 ${missing} 人，下次启动时继续。Demo city: ${missing} people come at the next start.`);
        return;
      }
      writeFileSync(completeMarker, '');
      journal.remove();
      say(`演示城市已就绪。The demo city is ready: ${people.length} people.`);
    });
  }

  /** From now on people move in, beside everything else. */
  start(): void {
    const signals = { ending: this.ending.signal, cuttingShort: this.cuttingShort.signal };
    this.running = this.moveInAfterQuietStart(signals).catch((error: unknown) => logger.error(error));
  }

  /** When everybody has moved in, or nobody will any more in this start. */
  settled(): Promise<void> {
    return this.running;
  }

  /** Nobody more comes; who is in the middle of it is given a moment to finish, and else goes on at the next start. */
  async stop(): Promise<void> {
    this.ending.abort();
    const cutShort = setTimeout(() => this.cuttingShort.abort(), finishMilliseconds);
    await this.running;
    clearTimeout(cutShort);
  }

  private async moveInAfterQuietStart(signals: Signals): Promise<void> {
    await sleep(quietStartMilliseconds, undefined, { signal: signals.ending }).catch(() => undefined);
    if (!signals.ending.aborted) await this.peopleMoveIn(signals);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
