import { newId } from '@sanxian/shared/config';
import type { Language } from '@sanxian/shared/contracts';
import { IdColumn, InstantColumn, ReferenceColumn, VersionColumn } from '@sanxian/shared/persistence';
import { Column, Entity, Index } from 'typeorm';
import { composeMessage } from './compose-message.js';
import type { MessageFacts, MessageKind } from './message-facts.js';
import type { Wording } from './texts/message-definition.js';

/** The thing a message speaks of, by its type in the API. */
export interface Subject {
  readonly type: 'blood-intent' | 'stem-cell-intent' | 'organ-decision' | 'sign-up' | 'event';
  readonly id: string;
}

export interface NewMessage<Kind extends MessageKind> {
  readonly kind: Kind;
  readonly personId: string;
  readonly subject: Subject;
  readonly facts: MessageFacts[Kind];
}

/** One message in a person's inbox. It keeps facts and no words, so that it is read in the reader's language of the day. */
@Entity('inbox_messages')
@Index('inbox_messages_by_person', ['personId', 'createdAt', 'id'])
export class InboxMessage {
  @IdColumn()
  readonly id!: string;

  @ReferenceColumn({ name: 'person_id' })
  readonly personId!: string;

  @Column({ type: 'varchar', length: 60 })
  readonly kind!: MessageKind;

  @Column({ type: 'varchar', length: 40, name: 'subject_type' })
  readonly subjectType!: Subject['type'];

  @ReferenceColumn({ name: 'subject_id' })
  readonly subjectId!: string;

  @Column({ type: 'json' })
  readonly parameters!: MessageFacts[MessageKind];

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Date;

  @InstantColumn({ name: 'read_at', nullable: true })
  private readAt!: Date | null;

  @VersionColumn()
  version!: number;

  static write<Kind extends MessageKind>(message: NewMessage<Kind>, now: Date): InboxMessage {
    const written = Object.assign(new InboxMessage(), {
      id: newId(),
      personId: message.personId,
      kind: message.kind,
      subjectType: message.subject.type,
      subjectId: message.subject.id,
      parameters: message.facts,
      createdAt: now,
    });
    written.readAt = null;
    return written;
  }

  get firstReadAt(): Date | null {
    return this.readAt;
  }

  /** The first reading counts. */
  markRead(now: Date): void {
    this.readAt ??= now;
  }

  inWords(language: Language): Wording {
    return composeMessage(this.kind, language, this.parameters);
  }
}
