import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeProfileController } from './change-profile/change-profile.controller.js';
import { ChangeProfile } from './change-profile/change-profile.handler.js';
import { CreateProfileController } from './create-profile/create-profile.controller.js';
import { CreateProfile } from './create-profile/create-profile.handler.js';
import { ShowProfileController } from './show-profile/show-profile.controller.js';
import { ShowProfile } from './show-profile/show-profile.handler.js';

@Module({})
export class ProfilesModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: ProfilesModule,
      imports: [core],
      controllers: [CreateProfileController, ShowProfileController, ChangeProfileController],
      providers: [CreateProfile, ShowProfile, ChangeProfile],
    };
  }
}
