import { AsyncLocalStorage } from 'node:async_hooks';

export interface TraceContext {
  /** W3C Trace Context. */
  readonly traceparent: string;
  readonly requestId: string;
}

/** The trace of the request or event being handled. */
export const traceContext = new AsyncLocalStorage<TraceContext>();
