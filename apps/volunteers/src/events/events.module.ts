import { type DynamicModule, Module } from '@nestjs/common';
import { CancelEventController } from './cancel-event/cancel-event.controller.js';
import { CancelEvent } from './cancel-event/cancel-event.handler.js';
import { ChangeEventController } from './change-event/change-event.controller.js';
import { ChangeEvent } from './change-event/change-event.handler.js';
import { ListEventsController } from './list-events/list-events.controller.js';
import { ListEvents } from './list-events/list-events.handler.js';
import { PlanEventController } from './plan-event/plan-event.controller.js';
import { PlanEvent } from './plan-event/plan-event.handler.js';
import { PublishEventController } from './publish-event/publish-event.controller.js';
import { PublishEvent } from './publish-event/publish-event.handler.js';
import { ShowEventController } from './show-event/show-event.controller.js';
import { ShowEvent } from './show-event/show-event.handler.js';

@Module({})
export class EventsModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: EventsModule,
      imports: [core],
      controllers: [
        ListEventsController,
        PlanEventController,
        ShowEventController,
        ChangeEventController,
        PublishEventController,
        CancelEventController,
      ],
      providers: [ListEvents, PlanEvent, ShowEvent, ChangeEvent, PublishEvent, CancelEvent],
    };
  }
}
