import { Controller, Module, type DynamicModule, type Type } from '@nestjs/common';
import type { ServiceName } from '../../config/service-name.js';
import { DeadLetters } from '../../messaging/dead-letters/dead-letters.js';
import type { ServiceRuntime } from '../../messaging/service-runtime.js';
import type { RoutePolicies } from '../../security/route-policies.js';
import { ServiceRuntimeModule } from '../service/service-runtime.module.js';
import { DeadLetterDesk } from './dead-letter-desk.js';
import { DiscardDeadLetterController } from './discard-dead-letter/discard-dead-letter.controller.js';
import { DiscardDeadLetter } from './discard-dead-letter/discard-dead-letter.handler.js';
import { GroupDeadLettersController } from './group-dead-letters/group-dead-letters.controller.js';
import { GroupDeadLetters } from './group-dead-letters/group-dead-letters.handler.js';
import { ListDeadLettersController } from './list-dead-letters/list-dead-letters.controller.js';
import { ListDeadLetters } from './list-dead-letters/list-dead-letters.handler.js';
import { ReplayDeadLetterController } from './replay-dead-letter/replay-dead-letter.controller.js';
import { ReplayDeadLetter } from './replay-dead-letter/replay-dead-letter.handler.js';
import { ReplayGroupController } from './replay-group/replay-group.controller.js';
import { ReplayGroup } from './replay-group/replay-group.handler.js';
import { ShowDeadLetterController } from './show-dead-letter/show-dead-letter.controller.js';
import { ShowDeadLetter } from './show-dead-letter/show-dead-letter.handler.js';
import { TryDeadLetterController } from './try-dead-letter/try-dead-letter.controller.js';
import { TryDeadLetter } from './try-dead-letter/try-dead-letter.handler.js';

const basePath = (service: ServiceName) => `/api/v1/admin/${service}/dead-letters`;

/** What ops see and do about the messages that one service could not handle: the same routes for each. */
@Module({})
export class DeadLettersModule {
  static of(runtime: ServiceRuntime, deadLetters: () => DeadLetters): DynamicModule {
    return {
      module: DeadLettersModule,
      imports: [ServiceRuntimeModule.for(runtime)],
      controllers: [
        ListDeadLettersController,
        GroupDeadLettersController,
        ShowDeadLetterController,
        TryDeadLetterController,
        ReplayGroupController,
        ReplayDeadLetterController,
        DiscardDeadLetterController,
      ].map((controller: Type) => below(basePath(runtime.name), controller)),
      providers: [
        { provide: DeadLetters, useFactory: deadLetters },
        ...[DeadLetterDesk, ListDeadLetters, GroupDeadLetters, ShowDeadLetter],
        ...[TryDeadLetter, ReplayDeadLetter, ReplayGroup, DiscardDeadLetter],
      ],
    };
  }
}

export function deadLetterPolicies(service: ServiceName): RoutePolicies {
  const path = basePath(service);
  const routes = [
    ...[`GET ${path}`, `GET ${path}/groups`, `GET ${path}/:number`],
    ...['dry-run', 'replay', 'discard'].map((verb) => `POST ${path}/:number/${verb}`),
    `POST ${path}/groups/replay`,
  ];
  return Object.fromEntries(routes.map((route) => [route, { roles: ['ops'] }] as const));
}

/** The same controller at a path of the service's own. */
function below(path: string, base: Type): Type {
  const controller = { [base.name]: class extends base {} }[base.name] as Type;
  Controller(path)(controller);
  // Nest looks along the inheritance, @nestjs/swagger at the class alone.
  const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(base.prototype);
  Object.defineProperties(controller.prototype, methods);
  return controller;
}
