import { type DynamicModule, Module } from '@nestjs/common';
import { AddShiftController } from './add-shift/add-shift.controller.js';
import { AddShift } from './add-shift/add-shift.handler.js';
import { AssignVolunteerController } from './assign-volunteer/assign-volunteer.controller.js';
import { AssignVolunteer } from './assign-volunteer/assign-volunteer.handler.js';
import { Candidates } from './candidates.js';
import { EndSignUpController } from './end-sign-up/end-sign-up.controller.js';
import { EndSignUp } from './end-sign-up/end-sign-up.handler.js';
import { ListMyShiftsController } from './list-my-shifts/list-my-shifts.controller.js';
import { ListMyShifts } from './list-my-shifts/list-my-shifts.handler.js';
import { ListOpenShiftsController } from './list-open-shifts/list-open-shifts.controller.js';
import { ListOpenShifts } from './list-open-shifts/list-open-shifts.handler.js';
import { Seating } from './seating.js';
import { ShowRosterController } from './show-roster/show-roster.controller.js';
import { ShowRoster } from './show-roster/show-roster.handler.js';
import { ShowShiftController } from './show-shift/show-shift.controller.js';
import { ShowShift } from './show-shift/show-shift.handler.js';
import { ShowSignUpController } from './show-sign-up/show-sign-up.controller.js';
import { ShowSignUp } from './show-sign-up/show-sign-up.handler.js';
import { SignUpController } from './sign-up/sign-up.controller.js';
import { SignUpForShift } from './sign-up/sign-up.handler.js';

@Module({})
export class ShiftsModule {
  static on(core: DynamicModule): DynamicModule {
    return {
      module: ShiftsModule,
      imports: [core],
      controllers: [
        AddShiftController,
        ShowShiftController,
        SignUpController,
        ShowRosterController,
        AssignVolunteerController,
        ShowSignUpController,
        EndSignUpController,
        ListMyShiftsController,
        ListOpenShiftsController,
      ],
      providers: [
        Candidates,
        Seating,
        AddShift,
        ShowShift,
        SignUpForShift,
        ShowRoster,
        AssignVolunteer,
        ShowSignUp,
        EndSignUp,
        ListMyShifts,
        ListOpenShifts,
      ],
      exports: [Seating],
    };
  }
}
