import { IsString, Length } from 'class-validator';

export class GrantConsentRequest {
  /** `currentTextVersion` of the text the person has read. */
  @IsString()
  @Length(1, 40)
  textVersion!: string;
}
