import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

/** For `@Param('number', DeadLetterNumber)`: what is no number names nothing, so it is not found. */
@Injectable()
export class DeadLetterNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,14}$/.test(value)) throw new Refusal(commonProblems['not-found']);
    return Number(value);
  }
}
