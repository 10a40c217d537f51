import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Clock } from '../../config/clock.js';
import { type HttpService, serviceOf } from '../application/http-service.js';
import { IdempotentExchange } from './idempotent-exchange.js';
import { idempotentRequest } from './idempotent-request.js';
import { keyInFlight } from './key-in-flight.js';
import { OneAtATime } from './one-at-a-time.js';

/** Runs a POST that carries an `Idempotency-Key` once, and answers its repetitions with the first answer. */
@Injectable()
export class Idempotency implements NestInterceptor {
  private readonly oneAtATime = new OneAtATime();
  private readonly patience: number;

  constructor(
    private readonly options: {
      readonly services: readonly HttpService[];
      readonly clock: Clock;
      readonly idempotencyWaitMilliseconds?: number;
    },
  ) {
    this.patience = options.idempotencyWaitMilliseconds ?? 10_000;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = idempotentRequest(request);
    // The registered path, not the one in the request: that has many spellings (`%64onations`).
    const service = asked && serviceOf(request.routeOptions.url ?? '', this.options.services);
    if (!service) return next.handle();
    const exchange = new IdempotentExchange(service.runtime, this.options.clock, asked);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const answer = () => exchange.answer(reply, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    // The repetitions wait here, not in the queue of writers, which others need meanwhile.
    return from(this.oneAtATime.run(asked.scopeHash, this.patience, answer, keyInFlight));
  }
}
