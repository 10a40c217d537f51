import { IsString, Length } from 'class-validator';

export class GrantConsentRequest {
  /**
   * `currentTextVersion` of the text the person has read.
   * @example '2026-11'
   */
  @IsString()
  @Length(1, 40)
  textVersion!: string;
}
