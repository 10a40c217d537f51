import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Language } from '@sanxian/shared/contracts';
import { ReaderLanguage } from '@sanxian/shared/http';
import { type BloodPreScreenAnswer, BloodPreScreenRequest } from './run-pre-screen.dto.js';
import { RunPreScreen } from './run-pre-screen.handler.js';

@Controller('api/v1/donations/blood/pre-screens')
export class RunPreScreenController {
  constructor(private readonly runPreScreen: RunPreScreen) {}

  /** Tells whether giving blood is likely possible, from when, and why not. Nothing of it is stored. */
  @Post()
  @HttpCode(200)
  run(@Body() request: BloodPreScreenRequest, @ReaderLanguage() language: Language): Promise<BloodPreScreenAnswer> {
    return this.runPreScreen.handle(request, language);
  }
}
