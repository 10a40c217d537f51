import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceKeys } from './service-keys.js';

/** Finds encrypted values again: the same value of the same field always gives the same 64 hex digits. */
@Injectable()
export class BlindIndex {
  private readonly key: Buffer;

  constructor(keys: ServiceKeys) {
    this.key = keys.derive('blind-index');
  }

  of(field: string, value: string): string {
    return createHmac('sha256', this.key).update(`${field}\0${value}`).digest('hex');
  }
}
