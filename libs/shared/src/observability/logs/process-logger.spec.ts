import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { nextTraceparent, traceContext, traceIdOf } from '../../config/trace-context.js';
import { accessLog } from './access-log.js';
import { ProcessLogger, type LogFormat } from './process-logger.js';

describe('the log of a process', () => {
  const written = { stdout: '', stderr: '' };
  beforeEach(() => {
    for (const stream of ['stdout', 'stderr'] as const) {
      written[stream] = '';
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        written[stream] += String(text);
        return true;
      });
    }
  });
  afterEach(() => void jest.restoreAllMocks());

  const inTrace = (format: LogFormat, work: (logger: ProcessLogger) => void): string => {
    const traceparent = nextTraceparent(undefined);
    traceContext.run({ traceparent, requestId: 'request-1' }, () => work(new ProcessLogger('donations', format)));
    return traceIdOf(traceparent);
  };
  const lines = () =>
    written.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as object);

  it('has one object a line, with the trace and where an error happened', () => {
    const error = new TypeError('phone 13800000000', { cause: new RangeError('name 张三') });
    const traceId = inTrace('json', (logger) => {
      logger.error('donations/relay', 'TypeError ECONNRESET\n    at work (file.ts:1:2)', 'Sanxian');
      logger.error(error, undefined, 'Worker');
      logger.warn('slow', 'Http');
    });
    const common = { time: expect.any(String), service: 'donations', traceId, requestId: 'request-1' };
    expect(lines()).toEqual([
      {
        ...common,
        level: 'error',
        context: 'Sanxian',
        message: 'donations/relay',
        error: { name: 'TypeError ECONNRESET', stack: expect.stringContaining('file.ts:1:2') },
      },
      {
        ...common,
        level: 'error',
        context: 'Worker',
        message: 'TypeError',
        error: { name: 'TypeError', stack: expect.stringContaining('caused by RangeError') },
      },
      { ...common, level: 'warn', context: 'Http', message: 'slow' },
    ]);
    expect(written.stdout).not.toMatch(/13800000000|张三/);
    expect(written.stderr).toBe('');
  });

  it('tells people the same in words', () => {
    inTrace('text', (logger) => logger.error(new TypeError('phone 13800000000'), undefined, 'Worker'));
    expect(written.stderr).toMatch(/\[Worker\].*TypeError[^]*process-logger\.spec/);
    expect(written.stderr).not.toContain('13800000000');
  });

  it('has a line per request, but none for what machines ask all the time', () => {
    const observer = accessLog(new ProcessLogger('donations', 'json'));
    const traceparent = nextTraceparent(undefined);
    for (const route of ['/api/v1/notes/:id', '/health/ready', '/metrics']) {
      observer({ method: 'GET', route, traceparent, requestId: 'r' })({ status: 200, seconds: 0.01234 });
    }
    expect(lines()).toEqual([
      {
        ...{ level: 'info', time: expect.any(String), service: 'donations', context: 'Access' },
        message: 'GET /api/v1/notes/:id 200',
        ...{ method: 'GET', route: '/api/v1/notes/:id', status: 200, milliseconds: 12.3 },
        ...{ traceId: traceIdOf(traceparent), requestId: 'r' },
      },
    ]);
  });
});
