import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { DocumentedText, ReaderLanguage } from '@sanxian/shared/http';
import type { FastifyReply } from 'fastify';
import { answerWithCalendar } from './answer-with-calendar.js';
import { exampleCalendar } from './example-calendar.js';
import { ReadCalendarQuery } from './read-calendar.dto.js';
import { ReadCalendar } from './read-calendar.handler.js';

@Controller('api/v1/volunteers/calendars')
export class ReadCalendarController {
  constructor(private readonly readCalendar: ReadCalendar) {}

  /** The calendar of the person who made the link: iCalendar (RFC 5545), for calendar programs to subscribe to. */
  @Get(':secret.ics')
  @DocumentedText('text/calendar', exampleCalendar)
  async read(
    @Param('secret') secret: string,
    @Query() { lang }: ReadCalendarQuery,
    @ReaderLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return answerWithCalendar(reply, await this.readCalendar.handle(secret, lang ?? language));
  }
}
