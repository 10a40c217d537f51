import { newId } from './new-id.js';
import { nextTraceparent, traceContext } from './trace-context.js';

/** A piece of work as a trace shows it. Names and attributes hold route patterns, event types and services, never ids of people. */
export interface SpanStart {
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer';
  /** `traceparent` of the span it belongs to. What is no valid one begins a new trace. */
  readonly parent?: string | undefined;
  /** `traceparent`s of spans that caused it without waiting for it. */
  readonly links?: readonly string[];
  readonly attributes?: SpanAttributes;
}

export type SpanAttributes = Readonly<Record<string, string | number>>;

export interface Span {
  /** Its own place in the trace, to be passed on to what it asks. */
  readonly traceparent: string;
  end(outcome?: { readonly failed?: boolean; readonly attributes?: SpanAttributes }): void;
}

/** Opens spans. Must not throw. */
export interface Tracer {
  start(span: SpanStart): Span;
}

/** Passes the ids on, so that logs and events of one request can be found together, and records nothing. */
export const idsOnly: Tracer = {
  start: ({ parent }) => ({ traceparent: nextTraceparent(parent), end: () => undefined }),
};

/** Does background work inside a span of its own. */
export async function inSpan<T>(tracer: Tracer, start: SpanStart, work: () => Promise<T>): Promise<T> {
  const span = tracer.start(start);
  try {
    const result = await traceContext.run({ traceparent: span.traceparent, requestId: newId() }, work);
    span.end();
    return result;
  } catch (error) {
    span.end({ failed: true });
    throw error;
  }
}
