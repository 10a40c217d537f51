import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeOpenApi } from '@sanxian/shared/http';
import type { Upstream } from '../forwarding/upstream.js';

const freshMilliseconds = 60_000;

/** The gateway's document with those of the services that answer: what is down cannot be called either. */
export class MergedOpenApi {
  private merged: { readonly at: number; readonly document: OpenAPIObject } | undefined;

  constructor(
    private readonly own: string,
    private readonly upstreams: ReadonlyMap<string, Upstream>,
  ) {}

  async whole(): Promise<OpenAPIObject> {
    if (this.merged && performance.now() - this.merged.at < freshMilliseconds) return this.merged.document;
    const fetched = await Promise.all([...this.upstreams.values()].map(fetchDocument));
    const found = fetched.filter((document) => document !== undefined);
    const document = mergeOpenApi(info, [JSON.parse(this.own) as OpenAPIObject, ...found]);
    // Kept only when whole, so that a service that comes back is seen at once.
    if (found.length === this.upstreams.size) this.merged = { at: performance.now(), document };
    return document;
  }
}

const info = {
  title: '三献 Sanxian',
  version: '1',
  description: 'Volunteer and donation coordination for Red Cross societies: all services.',
};

async function fetchDocument(upstream: Upstream): Promise<OpenAPIObject | undefined> {
  try {
    const { statusCode, body } = await upstream.request({
      method: 'GET',
      path: '/openapi.json',
      headers: {},
      signal: AbortSignal.timeout(2_000),
    });
    const text = await body.text();
    return statusCode === 200 ? (JSON.parse(text) as OpenAPIObject) : undefined;
  } catch {
    return undefined;
  }
}
