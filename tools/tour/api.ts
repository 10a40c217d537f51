import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Agent, request } from 'undici';

const mostPatienceMilliseconds = 20_000;

export interface Answer<Body> {
  readonly status: number;
  readonly retryAfter?: string | undefined;
  readonly body: Body;
}

/** One person's way to the API: a loopback address of their own, since limits count per address. */
export class Api {
  private readonly agent: Agent;
  private readonly urls: readonly string[];
  private turn = randomInt(1_000);
  private token: string | undefined;

  constructor(
    /** Several are as good as each other: the next is taken when one cannot be reached. */
    baseUrl: string | readonly string[],
    /** An address of 127.0.0.0/8; chance decides unless given. */
    address = `127.${randomInt(30, 250)}.${randomInt(250)}.${randomInt(1, 250)}`,
  ) {
    this.urls = typeof baseUrl === 'string' ? [baseUrl] : baseUrl;
    this.agent = new Agent({ localAddress: address });
  }

  use(token: string): void {
    this.token = token;
  }

  get<Body>(path: string): Promise<Body> {
    return this.expect(200, 'GET', path);
  }

  post<Body>(path: string, body: unknown, expected = 201): Promise<Body> {
    return this.expect(expected, 'POST', path, body);
  }

  put<Body>(path: string, body: unknown): Promise<Body> {
    return this.expect(200, 'PUT', path, body);
  }

  patch<Body>(path: string, body: unknown): Promise<Body> {
    return this.expect(200, 'PATCH', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.expect(204, 'DELETE', path);
  }

  async send<Body>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const response = await request(`${this.urls[this.turn % this.urls.length]}${path}`, {
      method,
      dispatcher: this.agent,
      headers: {
        'accept-language': 'zh-CN',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      this.turn += 1;
      throw error;
    });
    const text = await response.body.text();
    const retryAfter = response.headers['retry-after']?.toString();
    return { status: response.statusCode, retryAfter, body: (text ? JSON.parse(text) : undefined) as Body };
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async expect<Body>(
    expected: number,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Body> {
    // One that says when to come again is asked again, as an app does it; with a key, so that nothing happens twice.
    const headers: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    const giveUpAt = performance.now() + mostPatienceMilliseconds;
    let answer = await this.send<Body>(method, path, body, headers);
    while (answer.status === 503 && answer.retryAfter !== undefined && performance.now() < giveUpAt) {
      await setTimeout(Number(answer.retryAfter) * 1_000);
      answer = await this.send<Body>(method, path, body, headers);
    }
    if (answer.status === expected) return answer.body;
    throw new Error(`${method} ${path}: expected ${expected}, got ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
