import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sanxian/shared/persistence';
import { Sessions } from '../sessions.js';

@Injectable()
export class LogOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  handle(sessionId: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.sessions.end(tx, sessionId));
  }
}
