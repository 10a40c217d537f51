import type { FastifyReply } from 'fastify';

const keptHeaders = ['location', 'etag'] as const;

/** An answer as it is kept for repetition. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Partial<Record<(typeof keptHeaders)[number], string>>>;
  /** Absent when the answer has none. JSON keeps the order of its keys, so that the repeated text is the same. */
  readonly body?: unknown;
}

export function captureAnswer(reply: FastifyReply, body: unknown): StoredAnswer {
  const present = keptHeaders.filter((name) => reply.hasHeader(name));
  const headers = Object.fromEntries(present.map((name) => [name, String(reply.getHeader(name))]));
  return { status: reply.statusCode, headers, body };
}

/** Gives the answer again; its body is returned for Nest to send. */
export function repeatAnswer(reply: FastifyReply, answer: StoredAnswer): unknown {
  void reply.code(answer.status).headers(answer.headers).header('Idempotent-Replayed', 'true');
  return answer.body;
}
