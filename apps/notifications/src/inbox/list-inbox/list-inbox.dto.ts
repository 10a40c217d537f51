import type { MessageKind } from '../../messages/message-facts.js';

export class InboxSubjectResponse {
  /** What kind of thing the message speaks of. */
  type!: 'blood-intent' | 'stem-cell-intent' | 'organ-decision' | 'sign-up' | 'event';

  /** Its id at the service that owns it. */
  id!: string;
}

export class InboxMessageResponse {
  id!: string;

  /** @example blood-intent-registered */
  kind!: MessageKind;

  subject!: InboxSubjectResponse;

  /**
   * In the reader's language.
   * @example 感谢您登记献血意愿
   */
  title!: string;

  /**
   * In the reader's language.
   * @example 您的全血献血意愿已收到。
   */
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
