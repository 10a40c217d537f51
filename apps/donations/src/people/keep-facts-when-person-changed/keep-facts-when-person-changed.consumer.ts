import { Controller } from '@nestjs/common';
import { PersonChanged } from '@sanxian/shared/contracts';
import { type EventContext, Subscribe } from '@sanxian/shared/messaging';
import { PersonFactsProjection } from '@sanxian/shared/security';

@Controller()
export class KeepFactsWhenPersonChanged {
  constructor(private readonly facts: PersonFactsProjection) {}

  @Subscribe(PersonChanged, { consumer: 'donations/keep-facts-when-person-changed' })
  handle(event: PersonChanged, context: EventContext): Promise<void> {
    return this.facts.keep(event, context);
  }
}
