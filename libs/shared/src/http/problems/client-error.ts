import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '../../config/new-id.js';
import { nextTraceparent, traceIdOf } from '../../config/trace-context.js';
import type { ProblemType } from '../../contracts/problem-type.js';
import { Refusal } from '../../contracts/refusal.js';
import { commonProblems } from './common-problems.js';
import { problemDocument } from './problem-document.js';

/** Answers bytes that are no HTTP request, or come too slowly to become one, on the bare socket; then closes it. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const traceparent = nextTraceparent(undefined);
  const document = problemDocument(new Refusal(problemOf(error.code)), {
    language: 'zh-CN',
    path: '/',
    traceId: traceIdOf(traceparent),
  });
  const body = JSON.stringify(document);
  socket.end(
    [
      `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'Content-Language: zh-CN',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${newId()}`,
      `traceparent: ${traceparent}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function problemOf(code: string | undefined): ProblemType {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return commonProblems['request-timeout'];
  if (code === 'HPE_HEADER_OVERFLOW') return commonProblems['headers-too-large'];
  return commonProblems['malformed-request'];
}
