import type { JWK } from 'jose';

export class KeySetDto {
  keys!: JWK[];
}
