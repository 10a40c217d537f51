import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Refusal } from '@sanxian/shared/contracts';
import { commonProblems, ResourceId } from '@sanxian/shared/http';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { happensSoon, KnownPerson } from '@sanxian/shared/security';

/**
 * For what staff do with `:personId`: a person registered a moment ago may not have come here yet, and is waited for. In a
 * guard, because with an `Idempotency-Key` the handler holds the queue of writers, in which the person would come.
 */
@Injectable()
export class PersonIsKnown implements CanActivate {
  constructor(private readonly reads: ReadDatabase) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params } = context.switchToHttp().getRequest<{ params: { personId: string } }>();
    const personId = new ResourceId().transform(params.personId);
    if (await happensSoon(() => this.reads.manager.existsBy(KnownPerson, { personId }))) return true;
    throw new Refusal(commonProblems['not-found']);
  }
}
