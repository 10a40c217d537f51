import { PaperForm, TrimmedText } from '@sanxian/shared/http';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';

export class DonationPaperForm extends PaperForm {}

/** A field with the form that the person signed. */
export const PaperFormField = (): PropertyDecorator =>
  applyDecorators(
    IsDefined(),
    IsObject(),
    ValidateNested(),
    Type(() => DonationPaperForm),
  );

/** A field with why staff do it for the person: kept in the audit trail alone. */
export const ReasonField = (): PropertyDecorator => TrimmedText(1, 500);
