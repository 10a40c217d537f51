import type { IncomingHttpHeaders } from 'node:http';
import { forwardedVersions, timeLeftHeader } from '@sanxian/shared/http';

type Headers = Record<string, string | string[]>;

/** RFC 9110 section 7.6.1: they speak of one connection, and end with it. */
const connectionHeaders = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'http2-settings'],
]);

/** What only the gateway may say, whatever a client sends. */
const ownHeaders = new Set([
  ...['host', 'authorization', 'traceparent', 'x-request-id', timeLeftHeader, ...Object.values(forwardedVersions)],
  ...['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
]);

/** The client's headers as a service may see them. */
export function requestHeaders(headers: IncomingHttpHeaders, hasBody: boolean): Headers {
  return without(headers, (name) => ownHeaders.has(name) || (!hasBody && name === 'content-length'));
}

/** The service's headers as the client may see them. */
export function answerHeaders(headers: IncomingHttpHeaders): Headers {
  return without(headers, () => false);
}

function without(headers: IncomingHttpHeaders, isLeftOut: (name: string) => boolean): Headers {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !connectionHeaders.has(name) && !named.includes(name) && !isLeftOut(name),
  );
  return Object.fromEntries(kept) as Headers;
}
