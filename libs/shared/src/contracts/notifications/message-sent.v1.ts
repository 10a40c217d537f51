import { IsISO8601, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { EventContract, type Fields } from '../event-contract.js';

/** A message left for a person. */
@EventContract({ type: 'notifications.message-sent.v1', topic: 'sanxian.notifications', aggregate: 'message' })
export class MessageSent {
  static readonly example: Fields<MessageSent> = {
    messageId: '018f2d4e-7c1a-7000-8000-000000000008',
    personId: '018f2d4e-7c1a-7000-8000-000000000001',
    kind: 'signed-up',
    channel: 'text-message',
    sentAt: '2026-11-23T08:00:00.000Z',
  };

  @IsUUID()
  messageId!: string;

  @IsUUID()
  personId!: string;

  @IsString()
  @MaxLength(60)
  kind!: string;

  @IsIn(['text-message'])
  channel!: 'text-message';

  @IsISO8601({ strict: true })
  sentAt!: string;
}
