export { DemoMailbox, type DemoMessage } from './demo-mailbox.js';
export { Mail, type MailMessage } from './mail.js';
export { SmtpMail } from './smtp-mail.js';
export { TextMessages, type TextMessage } from './text-messages.js';
export { WebhookTextMessages } from './webhook-text-messages.js';
