import type { ForwardingPort } from '@sanxian/gateway/module';
import type { SeedingJournal } from './seeding-journal.js';

export interface LogIn {
  readonly accessToken: string;
  readonly account: {
    readonly id: string;
    readonly branches: readonly { readonly id: string; readonly name: string }[];
  };
}

interface RequestOptions {
  readonly token?: string;
  /** Makes a POST happen once. */
  readonly key?: string;
  readonly address?: string;
}

/** The API said no. */
export class DemoRefused extends Error {
  constructor(
    what: string,
    status: number,
    readonly code: string,
  ) {
    super(`${what} answered ${status} ${code}`);
  }
}

/** Speaks to the API as the people of the demo would, from an address per person: the limits hold for the demo too. */
export class DemoClient {
  constructor(
    private readonly forwarding: ForwardingPort,
    private readonly journal: SeedingJournal,
    private readonly ending?: AbortSignal,
  ) {}

  /** The same client, that sends not one request more once it is told to end. */
  until(ending: AbortSignal): DemoClient {
    return new DemoClient(this.forwarding, this.journal, ending);
  }

  async logInAsCitizen(phone: string, address: string): Promise<LogIn> {
    const { challengeId } = await this.post<{ challengeId: string }>(
      '/api/v1/auth/one-time-codes',
      { phone },
      { address },
    );
    const code = await this.codeSentTo(phone);
    return this.post('/api/v1/auth/sessions', { challengeId, code }, { address });
  }

  logInAsStaff(username: string, password: string): Promise<LogIn> {
    return this.post('/api/v1/auth/staff-sessions', { username, password });
  }

  get<T>(path: string, token: string): Promise<T> {
    return this.send('GET', path, undefined, { token });
  }

  post<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
    return this.send('POST', path, body, options);
  }

  /**
   * Makes something unless it was made before, in this start or an earlier one.
   * @returns its id
   */
  async make(key: string, path: string, body: unknown, token: string): Promise<string> {
    const known = this.journal.idOf(key);
    if (known !== undefined) return known;
    const { id } = await this.post<{ id: string }>(path, body, { token, key: `demo-${key}` });
    this.journal.note(key, id);
    return id;
  }

  async send<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    { token, key, address }: RequestOptions = {},
  ): Promise<T> {
    this.ending?.throwIfAborted();
    const answer = await this.forwarding.forward({
      method,
      path,
      clientAddress: address,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status >= 300) throw new DemoRefused(`${method} ${path}`, answer.status, codeOf(answer.body));
    return (answer.body ? JSON.parse(answer.body) : undefined) as T;
  }

  /** Newest first, and something else may have been told since. */
  private async codeSentTo(phone: string): Promise<string | undefined> {
    const path = `/api/v1/demo/mailbox?to=${encodeURIComponent(phone)}`;
    const { items } = await this.send<{ items: { text: string }[] }>('GET', path, undefined);
    return items.map(({ text }) => /\d{6}/.exec(text)?.[0]).find((code) => code !== undefined);
  }
}

function codeOf(problem: string): string {
  return (JSON.parse(problem) as { code?: string }).code ?? 'without a code';
}
