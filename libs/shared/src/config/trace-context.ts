import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export interface TraceContext {
  /** W3C Trace Context. */
  readonly traceparent: string;
  readonly requestId: string;
  /** When the asker stops waiting, by `performance.now()`; undefined when nobody said. */
  readonly answerBy?: number | undefined;
}

/** The trace of the request or event being handled. */
export const traceContext = new AsyncLocalStorage<TraceContext>();

// W3C Trace Context, version 00; ids of zeros only are invalid.
const traceparentShape = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The parts of a `traceparent`; undefined when it is not a valid one. */
export function parseTraceparent(given: unknown): { traceId: string; spanId: string; flags: string } | undefined {
  const parts = typeof given === 'string' ? traceparentShape.exec(given) : null;
  return parts ? { traceId: parts[1]!, spanId: parts[2]!, flags: parts[3]! } : undefined;
}

/** A `traceparent` of a new span: within the given trace when it is a valid one, else in a new, sampled trace. */
export function nextTraceparent(parent: unknown): string {
  const { traceId = randomBytes(16).toString('hex'), flags = '01' } = parseTraceparent(parent) ?? {};
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
}

export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
