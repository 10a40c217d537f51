import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../contracts/refusal.js';
import { ServiceKeys } from '../../security/service-keys.js';
import { commonProblems } from '../problems/common-problems.js';

type Kind = 'string' | 'number';
type ValueOf<K extends Kind> = K extends 'string' ? string : number;
/** The position a shape such as `['string', 'number']` describes. */
export type Position<Shape extends readonly Kind[]> = { -readonly [I in keyof Shape]: ValueOf<Shape[I]> };

const macLength = 16;

/**
 * Turns the position of a row in a list into an opaque text and back. A cursor carries a MAC over the list it belongs to, so
 * one that was changed, or taken from another list, person or filter, is refused instead of read.
 */
@Injectable()
export class Cursors {
  private readonly key: Buffer;

  constructor(keys: ServiceKeys) {
    this.key = keys.derive('list-cursors');
  }

  /**
   * @param list the list and all that narrows it, such as `blood-intents/<person id>`
   * @param position the values of the sort columns of the last row shown
   */
  encode(list: string, position: readonly (string | number)[]): string {
    const text = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.mac(list, text), text]).toString('base64url');
  }

  /**
   * @param shape the kinds of the position's values, such as `['string', 'string']`
   * @returns undefined when there is no cursor: the first page
   * @throws Refusal `invalid-cursor`
   */
  decode<const Shape extends readonly Kind[]>(
    list: string,
    after: string | undefined,
    shape: Shape,
  ): Position<Shape> | undefined {
    if (after === undefined) return undefined;
    const bytes = Buffer.from(after, 'base64url');
    const text = bytes.subarray(macLength);
    // base64url has several spellings of the same bytes: only the one we hand out counts.
    const authentic =
      bytes.length > macLength &&
      bytes.toString('base64url') === after &&
      timingSafeEqual(bytes.subarray(0, macLength), this.mac(list, text));
    if (!authentic) throw new Refusal(commonProblems['invalid-cursor']);
    const position: unknown = JSON.parse(text.toString());
    if (!hasShape(position, shape)) throw new Refusal(commonProblems['invalid-cursor']);
    return position;
  }

  private mac(list: string, text: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`${list.length}:${list}`).update(text).digest().subarray(0, macLength);
  }
}

function hasShape<Shape extends readonly Kind[]>(position: unknown, shape: Shape): position is Position<Shape> {
  return (
    Array.isArray(position) &&
    position.length === shape.length &&
    position.every((value, index) => typeof value === shape[index])
  );
}
