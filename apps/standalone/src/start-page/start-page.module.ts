import { Module, type DynamicModule } from '@nestjs/common';
import { StartPageController } from './start-page.controller.js';
import { StartPageFacts } from './start-page.js';

@Module({})
export class StartPageModule {
  static about(facts: StartPageFacts): DynamicModule {
    return {
      module: StartPageModule,
      controllers: [StartPageController],
      providers: [{ provide: StartPageFacts, useValue: facts }],
    };
  }
}
