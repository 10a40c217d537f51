import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, dayInShanghai, RepeatingTask } from '@sanxian/shared/config';
import { ReadDatabase, UnitOfWork } from '@sanxian/shared/persistence';
import { IsNull, LessThan } from 'typeorm';
import { isRenewed } from '../certificates.js';
import { GrantedSkill } from '../granted-skill.entity.js';

const pollMilliseconds = 1000;
const batchSize = 100;

/**
 * Tells of every certificate, on the day after its last, that it is over: once, however many processes do this and however
 * long none of them ran. What has been told is a mark on the row, and commits with the event.
 */
@Injectable()
export class ExpireSkills implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ExpireSkills.name);
  private readonly task = new RepeatingTask({
    everyMilliseconds: pollMilliseconds,
    pass: () => this.expireDue(),
    onError: (error) => this.logger.error(error),
  });
  /** Nothing can become due twice on one day: what is entered late is told by whoever enters it. */
  private doneFor = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  private async expireDue(): Promise<void> {
    const today = dayInShanghai(this.clock.now());
    if (today === this.doneFor) return;
    let due: GrantedSkill[];
    do {
      due = await this.dueOn(today);
      for (const { id } of due) await this.expire(id, today);
    } while (due.length === batchSize);
    this.doneFor = today;
  }

  private dueOn(today: string): Promise<GrantedSkill[]> {
    return this.reads.manager.find(GrantedSkill, {
      where: { expiredAt: IsNull(), expiresOn: LessThan(today) },
      order: { expiresOn: 'ASC', id: 'ASC' },
      take: batchSize,
    });
  }

  private expire(id: string, today: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const certificate = await tx.find(GrantedSkill, { id });
      if (!certificate) return;
      const renewed = await isRenewed(tx.manager, certificate, today);
      const expired = certificate.expire(today, renewed, this.clock.now());
      // Another process was faster.
      if (expired.length === 0) return;
      await tx.update(certificate);
      await tx.emit(certificate, ...expired);
    });
  }
}
