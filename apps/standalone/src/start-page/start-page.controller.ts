import { Controller, Get, Header } from '@nestjs/common';
import { ReaderLanguage, Undocumented } from '@sanxian/shared/http';
import type { Language } from '@sanxian/shared/contracts';
import { renderStartPage, StartPageFacts } from './start-page.js';

@Undocumented()
@Controller()
export class StartPageController {
  constructor(private readonly facts: StartPageFacts) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  show(@ReaderLanguage() language: Language): string {
    return renderStartPage(language, this.facts);
  }
}
