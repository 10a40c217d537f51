import type { MessageKind } from '../../messages/message-facts.js';

export class InboxSubjectResponse {
  /** What kind of thing the message speaks of. */
  type!: 'blood-intent' | 'sign-up' | 'event';

  /** Its id at the service that owns it. */
  id!: string;
}

export class InboxMessageResponse {
  id!: string;

  kind!: MessageKind;

  subject!: InboxSubjectResponse;

  /** In the reader's language. */
  title!: string;

  /** In the reader's language. */
  text!: string;

  createdAt!: Date;

  /** When it was first marked as read. */
  readAt!: Date | null;
}

export class InboxPageResponse {
  items!: InboxMessageResponse[];

  /** Goes into `after` for the next page; null on the last. */
  nextAfter!: string | null;
}
