import { IsOptional, IsString, Length } from 'class-validator';

export class ShowMailboxQuery {
  /** A phone or an e-mail address; all when left out. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  to?: string;
}

export class DemoMessageResponse {
  channel!: 'text-message' | 'mail';
  to!: string;
  subject?: string;
  text!: string;
  sentAt!: string;
}

export class DemoMailboxResponse {
  items!: DemoMessageResponse[];
}
