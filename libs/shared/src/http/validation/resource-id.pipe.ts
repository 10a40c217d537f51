import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from '../problems/common-problems.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** For `@Param('id', ResourceId)`: what is no id names nothing, so it is not found. Ids are stored in small letters. */
@Injectable()
export class ResourceId implements PipeTransform<string, string> {
  transform(value: string): string {
    const id = value.toLowerCase();
    if (!uuid.test(id)) throw new Refusal(commonProblems['not-found']);
    return id;
  }
}
