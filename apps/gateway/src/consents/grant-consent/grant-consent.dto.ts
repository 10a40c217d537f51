import { IsString, Length } from 'class-validator';

export class GrantConsentDto {
  /** `currentTextVersion` of the text the person has read. */
  @IsString()
  @Length(1, 40)
  textVersion!: string;
}
