export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Becomes the Message-ID, so that a repeated mail can be told from a new one. */
  readonly idempotencyKey: string;
}

/** The way an e-mail leaves. Resolves when the mail server has taken it over. */
export abstract class Mail {
  abstract send(message: MailMessage): Promise<void>;
}
