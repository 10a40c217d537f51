import { IsUUID } from 'class-validator';

export class AssignVolunteerRequest {
  @IsUUID()
  personId!: string;
}
