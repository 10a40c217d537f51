import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { newId } from '../../config/new-id.js';

const visibleAscii = /^[\x21-\x7e]{1,128}$/;
// W3C Trace Context, version 00; ids of zeros only are invalid.
const traceparentShape = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** The client's `X-Request-Id` when it is fit for logs and headers, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && visibleAscii.test(given) ? given : newId();
}

/** A `traceparent` of our own span: within the caller's trace when it sent a valid one, else in a new, sampled trace. */
export function traceparentOf(headers: IncomingHttpHeaders): string {
  const given = headers.traceparent;
  const parts = typeof given === 'string' ? traceparentShape.exec(given) : null;
  const traceId = parts?.[1] ?? randomBytes(16).toString('hex');
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${parts?.[2] ?? '01'}`;
}

export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
