import { languages, type Language } from '@sanxian/shared/contracts';
import { IsIn } from 'class-validator';
import { IfGiven } from '../../fields/if-given.js';

export class ReadCalendarQuery {
  /** For calendar programs that do not say what their owner reads; otherwise `Accept-Language` decides. */
  @IfGiven()
  @IsIn(languages)
  lang?: Language;
}
