import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Purpose } from '@sanxian/shared/contracts';
import { ReadDatabase } from '@sanxian/shared/persistence';
import { ConsentQueries, happensSoon, PersonFactsRow } from '@sanxian/shared/security';

interface StandsOn {
  readonly purpose: Purpose;
  /** Whether a request takes the consent; all do, unless said otherwise. Sees the body as it came. */
  readonly when: (body: unknown) => boolean;
}

const key = Symbol('sanxian:stands-on-consent');

/** Which consent `ConsentHasArrived` waits for. */
export const StandsOnConsent = (purpose: Purpose, when: StandsOn['when'] = () => true): MethodDecorator =>
  SetMetadata(key, { purpose, when } satisfies StandsOn);

/**
 * For what staff register for `:personId`, of whom the coordinator's own token says nothing: the consent they entered a moment
 * ago, and the birth date, may still be on the way. Waits up to a second and lets pass then: the rules of the handler decide.
 * In a guard, as with `PersonIsKnown`, which comes before it.
 */
@Injectable()
export class ConsentHasArrived implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly reads: ReadDatabase,
    private readonly consents: ConsentQueries,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { purpose, when } = this.reflector.get<StandsOn>(key, context.getHandler());
    const { params, body } = context.switchToHttp().getRequest<{ params: { personId: string }; body: unknown }>();
    const personId = params.personId.toLowerCase();
    if (when(body)) await happensSoon(() => this.hasArrived(personId, purpose));
    return true;
  }

  private async hasArrived(personId: string, purpose: Purpose): Promise<boolean> {
    const { manager } = this.reads;
    const consents = await this.consents.isGranted(manager, personId, purpose);
    return consents && manager.existsBy(PersonFactsRow, { personId });
  }
}
