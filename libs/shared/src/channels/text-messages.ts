export interface TextMessage {
  /** 11 digits. */
  readonly to: string;
  readonly text: string;
  /** A provider that sees the key twice sends once. */
  readonly idempotencyKey: string;
}

/** The way a text message leaves. Resolves when the provider has taken it over; settles within 20 seconds either way. */
export abstract class TextMessages {
  abstract send(message: TextMessage): Promise<void>;
}
