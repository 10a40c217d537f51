import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, newId, RepeatingTask } from '@sanxian/shared/config';
import { Lease, ReadDatabase, UnitOfWork } from '@sanxian/shared/persistence';
import { In } from 'typeorm';
import type { Outcome } from '../../matching/propose.js';
import { MatchingRun, statusesAhead } from '../matching-run.entity.js';
import { MatchingFactsReader } from '../matching-facts-reader.js';
import { MatchingThread } from './matching-thread.js';

const pollMilliseconds = 500;
const mostAtOnce = 10;
const searchMilliseconds = 15_000;

/**
 * Does the matching runs that are asked for, one at a time. A lease for each lets several processes share them; a run whose process died is
 * begun anew by the next.
 */
@Injectable()
export class RunMatching implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RunMatching.name);
  private readonly owner = newId();
  private readonly task = new RepeatingTask({
    everyMilliseconds: pollMilliseconds,
    pass: () => this.runDue(),
    onError: (error) => this.logger.error(error),
  });
  private thread: MatchingThread | undefined;
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly facts: MatchingFactsReader,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  /** Leaves the run to the next start, or to another process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.thread?.stop();
    await this.task.stop();
  }

  private async runDue(): Promise<void> {
    const due = await this.reads.manager.find(MatchingRun, {
      select: { id: true },
      where: { status: In(statusesAhead) },
      order: { id: 'ASC' },
      take: mostAtOnce,
    });
    for (const { id } of due) {
      if (this.stopping) return;
      const lease = new Lease(this.unitOfWork, `matching-run/${id}`, this.owner);
      if (!(await lease.hold())) continue;
      try {
        await this.run(id, lease);
      } finally {
        await lease.release();
      }
    }
  }

  private async run(id: string, lease: Lease): Promise<void> {
    const run = await this.change(id, (known) => known.begin(this.clock.now()));
    if (run?.status !== 'running') return;
    let share = 0;
    const thread = (this.thread = new MatchingThread((progress) => (share = progress)));
    const watching = new RepeatingTask({
      everyMilliseconds: pollMilliseconds,
      pass: () => this.watch(id, lease, thread, share),
      onError: (error) => this.logger.error(error),
    });
    watching.start();
    try {
      const outcome = await this.search(run, thread);
      await watching.stop();
      // Cut short, by the end of this process or because another took it over, it is not what was asked for.
      const isOurs = !this.stopping && (await lease.hold());
      if (isOurs) await this.change(id, (known) => known.finish(outcome, this.clock.now()));
    } finally {
      await watching.stop();
      this.thread = undefined;
      await thread.end();
    }
  }

  private async search(run: MatchingRun, thread: MatchingThread): Promise<Outcome> {
    const { events, shifts } = await this.facts.work(run.eventIds);
    if (shifts.length === 0)
      return { levels: [0, 0, 0], bounds: [0, 0, 0], proposals: [], emptySeats: [], volunteers: 0 };
    for await (const volunteers of this.facts.volunteers()) thread.add(volunteers);
    const { locked, forbidden, basedOn, seed } = run;
    const earlier = basedOn && (await this.reads.manager.findOneBy(MatchingRun, { id: basedOn }));
    const previous =
      (earlier && earlier.outcome?.proposals.map(({ personId, shiftId }) => ({ personId, shiftId }))) || [];
    return thread.search({ events, shifts, locked, forbidden, previous }, seed, searchMilliseconds);
  }

  /** Shows how far it is, keeps others away, and passes on that it is to stop. */
  private async watch(id: string, lease: Lease, thread: MatchingThread, share: number): Promise<void> {
    if (!(await lease.hold())) return thread.stop();
    const run = await this.change(id, (known) => known.proceed(share));
    if (!run || run.stopRequestedAt || run.status !== 'running') thread.stop();
  }

  /** @returns the run as it is afterwards; one that has ended stays as it is */
  private change(id: string, verb: (run: MatchingRun) => void): Promise<MatchingRun | null> {
    return this.unitOfWork.run(async (tx) => {
      const run = await tx.find(MatchingRun, { id });
      if (!run?.isAhead) return run;
      verb(run);
      await tx.update(run);
      return run;
    });
  }
}
