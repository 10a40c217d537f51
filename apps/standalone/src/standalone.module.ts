import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule, type ReadinessChecks, type ServicePorts } from '@sanxian/shared/http';
import type { OpenServices } from './open-services.js';
import { StartPageController } from './start-page/start-page.controller.js';
import { StartPageFacts } from './start-page/start-page.js';

/** The four services side by side; the only thing of its own is the start page. */
@Module({})
export class StandaloneModule {
  static register(
    services: OpenServices,
    ports: ServicePorts,
    startPage: StartPageFacts,
    readiness: ReadinessChecks,
  ): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        HealthModule.with(readiness),
        ...services.all.map(({ definition, runtime }) => definition.register(runtime, ports)),
      ],
      controllers: [StartPageController],
      providers: [{ provide: StartPageFacts, useValue: startPage }],
    };
  }
}
