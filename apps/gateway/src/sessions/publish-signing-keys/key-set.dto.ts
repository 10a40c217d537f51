/** A public key (RFC 7517, RFC 8037). */
export class PublicKeyResponse {
  kty?: string;
  crv?: string;
  x?: string;
  kid?: string;
  use?: string;
  alg?: string;
}

/** A JSON Web Key Set. */
export class KeySetResponse {
  keys!: PublicKeyResponse[];
}
