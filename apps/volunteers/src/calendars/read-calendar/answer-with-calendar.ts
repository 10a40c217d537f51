import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Nobody but the reader keeps it, and the reader asks each time: a revoked link shows nothing any more. */
const caching = 'private, no-cache';

/** Answers with the calendar, or with 304 to whoever has it already (RFC 9110 section 13.1.2). */
export function answerWithCalendar(reply: FastifyReply, calendar: string): string | undefined {
  const tag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
  void reply.headers({ ETag: tag, 'Cache-Control': caching, Vary: 'Accept-Language' });
  if (knows(reply.request.headers['if-none-match'], tag)) {
    void reply.code(304);
    return undefined;
  }
  void reply.header('Content-Type', 'text/calendar; charset=utf-8');
  return calendar;
}

function knows(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((known) => known.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
