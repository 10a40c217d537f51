import { Controller, Get, Param } from '@nestjs/common';
import { DeadLetterNumber } from '../dead-letter-number.pipe.js';
import { DeadLetterDetailsResponse } from './show-dead-letter.dto.js';
import { ShowDeadLetter } from './show-dead-letter.handler.js';

@Controller()
export class ShowDeadLetterController {
  constructor(private readonly showDeadLetter: ShowDeadLetter) {}

  /** One message with what it carries, masked. */
  @Get(':number')
  show(@Param('number', DeadLetterNumber) number: number): Promise<DeadLetterDetailsResponse> {
    return this.showDeadLetter.handle(number);
  }
}
