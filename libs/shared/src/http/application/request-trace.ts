import type { IncomingHttpHeaders } from 'node:http';
import { newId } from '../../config/new-id.js';

const visibleAscii = /^[\x21-\x7e]{1,128}$/;

/** The client's `X-Request-Id` when it is fit for logs and headers, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && visibleAscii.test(given) ? given : newId();
}

/** The client's `traceparent`, valid or not. Node joins repeated ones into one that is not. */
export function traceparentIn(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['traceparent'];
  return typeof given === 'string' ? given : undefined;
}
