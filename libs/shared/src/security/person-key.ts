import { Sealer } from './sealer.js';

/** Seals the personal fields of one person. */
export class PersonKey {
  private readonly sealer: Sealer;

  constructor(
    private readonly personId: string,
    key: Buffer,
  ) {
    this.sealer = new Sealer(key);
  }

  seal(field: string, text: string): string {
    return this.sealer.seal(this.context(field), text);
  }

  /** @throws Error when the text was sealed for another field or person, or tampered with */
  open(field: string, sealed: string): string {
    return this.sealer.open(this.context(field), sealed);
  }

  private context(field: string): string {
    return `${this.personId}/${field}`;
  }
}
