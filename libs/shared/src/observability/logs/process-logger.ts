import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { SystemClock, type Clock } from '../../config/clock.js';
import { traceContext, traceIdOf } from '../../config/trace-context.js';
import { whereItHappened } from '../../http/problems/write-problem.js';

/** `text` for people at a terminal; `json` for collectors: one object a line, all of them on stdout. */
export type LogFormat = 'text' | 'json';

/** What Nest knows of a line beside its message. */
interface JsonParts {
  readonly context: string;
  readonly logLevel: LogLevel;
  readonly errorStack?: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * Nest's logger with the trace of what was being done. Of errors it tells name and stack, never the message: drivers and
 * parsers quote values there, which may be personal.
 */
export class ProcessLogger extends ConsoleLogger {
  constructor(
    private readonly service: string,
    private readonly format: LogFormat,
    private readonly clock: Clock = new SystemClock(),
  ) {
    super({ json: format === 'json', logLevels: ['error', 'warn', 'fatal'], timestamp: false });
  }

  /** A line about something that went as it should; only collectors get it. */
  record(context: string, message: string, facts: Readonly<Record<string, string | number>>): void {
    if (this.format === 'json') this.printAsJson(message, { context, logLevel: 'log', params: facts });
  }

  protected override resolveMessage(message: unknown): unknown {
    return message instanceof Error ? whereItHappened(message) : super.resolveMessage(message);
  }

  protected override printAsJson(message: unknown, parts: JsonParts): void {
    const [text, ownStack] = headAndStack(typeof message === 'string' ? message : JSON.stringify(message));
    const stack = typeof parts.errorStack === 'string' ? parts.errorStack : ownStack;
    const trace = traceContext.getStore();
    const line = {
      level: parts.logLevel === 'log' ? 'info' : parts.logLevel,
      time: this.clock.now().toISOString(),
      service: this.service,
      context: parts.context,
      message: text,
      ...(trace ? { traceId: traceIdOf(trace.traceparent), requestId: trace.requestId } : {}),
      ...(stack === undefined ? {} : { error: { name: headAndStack(stack)[0], stack } }),
      ...parts.params,
    };
    process.stdout.write(`${this.stringifyJsonLogObject(line)}\n`);
  }
}

/** A stack begins with the name of its error; what has no frames below it is a text of its own. */
function headAndStack(text: string): [head: string, stack: string | undefined] {
  const [head = '', ...rest] = text.split('\n');
  return /^\s+at /.test(rest[0] ?? '') ? [head, text] : [text, undefined];
}
