import { Controller, Get, Query } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { ReaderLanguage } from '@sanxian/shared/http';
import { type BloodQuestionCatalogue, BloodQuestionsQuery } from './list-questions.dto.js';
import { ListQuestions } from './list-questions.handler.js';

@Controller('api/v1/donations/blood/questions')
export class ListQuestionsController {
  constructor(private readonly listQuestions: ListQuestions) {}

  /** What a pre-screen asks, in the reader's language. */
  @Get()
  list(@Query() query: BloodQuestionsQuery, @ReaderLanguage() language: Language): BloodQuestionCatalogue {
    return this.listQuestions.handle(query, language);
  }
}
