import { randomInt } from 'node:crypto';
import { Agent, request } from 'undici';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** One person's way to the API: a loopback address of their own, since limits count per address. */
export class Api {
  private readonly agent: Agent;
  private token: string | undefined;

  constructor(
    private readonly baseUrl: string,
    /** An address of 127.0.0.0/8; chance decides unless given. */
    address = `127.${randomInt(30, 250)}.${randomInt(250)}.${randomInt(1, 250)}`,
  ) {
    this.agent = new Agent({ connect: { localAddress: address } });
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
    const response = await request(`${this.baseUrl}${path}`, {
      method,
      dispatcher: this.agent,
      headers: {
        'accept-language': 'zh-CN',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.body.text();
    return { status: response.statusCode, body: (text ? JSON.parse(text) : undefined) as Body };
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
    const answer = await this.send<Body>(method, path, body);
    if (answer.status === expected) return answer.body;
    throw new Error(`${method} ${path}: expected ${expected}, got ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
