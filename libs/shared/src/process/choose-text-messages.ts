import type { DemoMailbox } from '../channels/demo-mailbox.js';
import { TextMessages } from '../channels/text-messages.js';
import { WebhookTextMessages } from '../channels/webhook-text-messages.js';
import type { Clock } from '../config/clock.js';

/** Says no until somebody configures where text messages go: better than pretending that a code was sent. */
class NoTextMessages extends TextMessages {
  override send(): Promise<void> {
    return Promise.reject(new Error('No text message gateway is configured (SMS_WEBHOOK_URL)'));
  }
}

/** The way text messages leave: a configured gateway, the mailbox of the demo, or none. */
export function chooseTextMessages(
  environment: { SMS_WEBHOOK_URL?: string; SMS_WEBHOOK_SECRET?: string },
  clock: Clock,
  mailbox?: DemoMailbox,
): TextMessages {
  const { SMS_WEBHOOK_URL: url, SMS_WEBHOOK_SECRET: secret } = environment;
  if (url && secret) return new WebhookTextMessages({ url, secret, clock });
  return mailbox?.textMessages ?? new NoTextMessages();
}
