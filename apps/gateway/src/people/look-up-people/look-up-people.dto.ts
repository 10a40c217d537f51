import { IsPhone, TrimmedText } from '@sanxian/shared/http';
import { ValidateIf } from 'class-validator';
import { ResidentIdField } from '../../resident-id/resident-id-field.js';
import { PersonResponse } from '../person.dto.js';

/** By all of a number; with two, whoever has both. */
export class LookUpPeopleRequest {
  @ValidateIf(({ residentId, phone }: LookUpPeopleRequest) => residentId !== undefined || phone === undefined)
  @ResidentIdField()
  residentId?: string;

  @ValidateIf(({ phone }: LookUpPeopleRequest) => phone !== undefined)
  @IsPhone()
  phone?: string;

  /**
   * Kept in the audit trail of whoever is found.
   * @example "持表格到现场登记"
   */
  @TrimmedText(1, 500)
  reason!: string;
}

export class PeopleFoundResponse {
  /** Usually one or none. */
  items!: PersonResponse[];
}
