/** What is known at the moment of sending. */
export interface SendingFacts {
  readonly now: Date;
  readonly createdAt: Date;
  /** The newest word on the purpose; null when the person was never heard of it. */
  readonly consent: { readonly granted: boolean; readonly changedAt: Date } | null;
  readonly recipient: { readonly phone: string | null } | null;
}

export type DropReason = 'consent-withdrawn' | 'consent-missing' | 'recipient-unknown' | 'no-phone';

export type SendingDecision =
  | { readonly action: 'send'; readonly to: string }
  | { readonly action: 'wait' }
  | { readonly action: 'drop'; readonly reason: DropReason };

const longestWaitMilliseconds = 10 * 60_000;

/**
 * Whether a queued text message may go out now. Consents and recipients come on topics of their own and may be later
 * than the event that caused the message, so what is missing is waited for, ten minutes at most; a consent withdrawn
 * after the message was written ends it at once.
 */
export function decideSending({ now, createdAt, consent, recipient }: SendingFacts): SendingDecision {
  if (consent && !consent.granted && consent.changedAt >= createdAt) return drop('consent-withdrawn');
  if (consent?.granted && recipient) {
    return recipient.phone === null ? drop('no-phone') : { action: 'send', to: recipient.phone };
  }
  if (now.getTime() - createdAt.getTime() < longestWaitMilliseconds) return { action: 'wait' };
  return drop(consent?.granted ? 'recipient-unknown' : 'consent-missing');
}

const drop = (reason: DropReason): SendingDecision => ({ action: 'drop', reason });
