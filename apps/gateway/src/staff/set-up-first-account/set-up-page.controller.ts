import { Controller, Get, Header } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { ReaderLanguage, Undocumented } from '@sanxian/shared/http';
import { setUpPage, setUpPageSecurityPolicy } from './set-up-page.js';

@Undocumented()
@Controller('setup')
export class SetUpPageController {
  /** The page behind the set-up link. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', setUpPageSecurityPolicy)
  @Header('Cache-Control', 'no-store')
  show(@ReaderLanguage() language: Language): string {
    return setUpPage(language);
  }
}
