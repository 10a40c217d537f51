import type { Transporter } from 'nodemailer';
import { Mail, type MailMessage } from './mail.js';

const usualDeadlineMilliseconds = 10_000;

/** Hands mail to an SMTP server (`smtp://user:password@host:port`, or `smtps://`). */
export class SmtpMail extends Mail {
  private readonly domain: string;
  private transporter: Promise<Transporter> | undefined;

  /** `from` is `address@domain` or `Name <address@domain>`; the deadline holds for each silence of the server. */
  constructor(private readonly options: SmtpMailOptions) {
    super();
    const { from } = options;
    this.domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  }

  /** @throws Error with the server's status, never with the address or the text */
  override async send({ to, subject, text, idempotencyKey }: MailMessage): Promise<void> {
    const receiver = { name: '', address: to };
    const messageId = `<${idempotencyKey}@${this.domain}>`;
    const transporter = await (this.transporter ??= openTransporter(this.options));
    const sending = transporter.sendMail({ to: receiver, subject, text, messageId });
    // Of the server's answer the status alone goes on: servers quote the address in their words.
    const failure = await sending.then(() => undefined, statusOf);
    if (failure) throw new Error(`The mail server did not take the message (${failure})`);
  }
}

export interface SmtpMailOptions {
  readonly url: string;
  readonly from: string;
  readonly deadlineMilliseconds?: number;
}

/** Loads nodemailer with the first mail: whoever sends none starts without it. */
async function openTransporter({
  url,
  from,
  deadlineMilliseconds = usualDeadlineMilliseconds,
}: SmtpMailOptions): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const deadlines = {
    connectionTimeout: deadlineMilliseconds,
    greetingTimeout: deadlineMilliseconds,
    socketTimeout: deadlineMilliseconds,
  };
  return createTransport({ url, ...deadlines }, { from });
}

function statusOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter(Boolean).join(' ') || 'no reason given';
}
