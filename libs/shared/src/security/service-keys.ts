import { hkdfSync } from 'node:crypto';
import type { ServiceName } from '../config/service-name.js';

/** Keys of one service, each for one purpose, all derived from the installation's master key (HKDF-SHA256). */
export class ServiceKeys {
  constructor(
    private readonly masterKey: Buffer,
    private readonly service: ServiceName,
  ) {}

  /** 32 bytes, always the same for one purpose. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, '', `sanxian/${this.service}/${purpose}`, 32));
  }
}
