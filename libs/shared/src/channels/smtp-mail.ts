import { createTransport, type Transporter } from 'nodemailer';
import { Mail, type MailMessage } from './mail.js';

/** Hands mail to an SMTP server (`smtp://user:password@host:port`, or `smtps://`). */
export class SmtpMail extends Mail {
  private readonly transporter: Transporter;

  constructor(private readonly options: { url: string; from: string }) {
    super();
    this.transporter = createTransport(options.url, { from: options.from });
  }

  override async send({ to, subject, text, idempotencyKey }: MailMessage): Promise<void> {
    const domain = this.options.from.slice(this.options.from.lastIndexOf('@') + 1).replace('>', '');
    await this.transporter.sendMail({ to, subject, text, messageId: `<${idempotencyKey}@${domain}>` });
  }
}
