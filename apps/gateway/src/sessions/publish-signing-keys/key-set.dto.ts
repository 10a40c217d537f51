/** A public key (RFC 7517, RFC 8037). */
export class PublicKeyResponse {
  /** @example OKP */
  kty?: string;

  /** @example Ed25519 */
  crv?: string;

  /** @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo */
  x?: string;

  /** @example 'k-2026-11-23' */
  kid?: string;

  /** @example sig */
  use?: string;

  /** @example EdDSA */
  alg?: string;
}

/** A JSON Web Key Set. */
export class KeySetResponse {
  keys!: PublicKeyResponse[];
}
