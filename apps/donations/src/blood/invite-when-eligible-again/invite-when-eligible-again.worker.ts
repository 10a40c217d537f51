import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, RepeatingTask } from '@sanxian/shared/config';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { BloodDonor } from '../blood-donor.entity.js';
import { LookAtDonor } from './look-at-donor.js';

const pollMilliseconds = 60_000;
const batchSize = 20;

/** Looks at every donor whose time has come; what passed while no process ran is seen by the first pass of the next. */
@Injectable()
export class InviteWhenEligibleAgain implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(InviteWhenEligibleAgain.name);
  private readonly task = new RepeatingTask({
    everyMilliseconds: pollMilliseconds,
    pass: () => this.lookAtDue(),
    onError: (error) => this.logger.error(error),
  });

  constructor(
    private readonly reads: ReadDatabase,
    private readonly lookAtDonor: LookAtDonor,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  wake(): void {
    this.task.wake();
  }

  /** Each donor once in a pass: one that cannot be looked at holds up nobody behind it. */
  private async lookAtDue(): Promise<void> {
    const failures: unknown[] = [];
    let ids = await this.dueIdsBehind('');
    while (ids.length > 0) {
      const results = await Promise.allSettled(ids.map((id) => this.lookAtDonor.handle(id)));
      for (const result of results) if (result.status === 'rejected') failures.push(result.reason);
      ids = await this.dueIdsBehind(ids.at(-1) ?? '');
    }
    if (failures.length > 0) throw failures[0];
  }

  private async dueIdsBehind(id: string): Promise<string[]> {
    const rows = await this.reads.manager
      .createQueryBuilder(BloodDonor, 'donor')
      .where('donor.nextLookAt <= :now AND donor.id > :id', { now: this.clock.now(), id })
      .orderBy('donor.id')
      .limit(batchSize)
      .getMany();
    return rows.map((row) => row.id);
  }
}
