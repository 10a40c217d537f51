import { createHmac } from 'node:crypto';
import type { Clock } from '../config/clock.js';
import { TextMessages, type TextMessage } from './text-messages.js';

const usualDeadlineMilliseconds = 5_000;

/**
 * Hands text messages to an HTTP gateway: POST of `{to, text}`, signed so that the gateway knows who asks and when:
 * `X-Sanxian-Signature: sha256=<HMAC-SHA256 of "<timestamp>.<body>">`, `X-Sanxian-Timestamp` in Unix seconds.
 */
export class WebhookTextMessages extends TextMessages {
  constructor(private readonly options: { url: string; secret: string; clock: Clock; deadlineMilliseconds?: number }) {
    super();
  }

  /** @throws Error with the status, never with the number or the text */
  override async send({ to, text, idempotencyKey }: TextMessage): Promise<void> {
    const { url, secret, clock, deadlineMilliseconds = usualDeadlineMilliseconds } = this.options;
    const body = JSON.stringify({ to, text });
    const timestamp = String(Math.floor(clock.now().getTime() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMilliseconds),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
        'x-sanxian-timestamp': timestamp,
        'x-sanxian-signature': `sha256=${signature}`,
      },
      body,
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The text message gateway answered ${response.status}`);
  }
}
