import { Injectable, type PipeTransform } from '@nestjs/common';
import { type Purpose, purposes, Refusal } from '@sanxian/shared/contracts';
import { gatewayProblems } from '../problems.js';

/** For `@Param('purpose', KnownPurpose)`. */
@Injectable()
export class KnownPurpose implements PipeTransform<string, Purpose> {
  transform(value: string): Purpose {
    const purpose = purposes.find((known) => known === value);
    if (!purpose) throw new Refusal(gatewayProblems['unknown-purpose']);
    return purpose;
  }
}
