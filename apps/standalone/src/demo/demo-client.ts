import type { ForwardingPort } from '@sanxian/gateway/module';
import type { DemoMailbox } from '@sanxian/shared/channels';

interface LogIn {
  readonly accessToken: string;
  readonly account: {
    readonly id: string;
    readonly branches: readonly { readonly id: string; readonly name: string }[];
  };
}

/** Speaks to the API as the people of the demo would, from an address per person: the limits hold for the demo too. */
export class DemoClient {
  constructor(
    private readonly forwarding: ForwardingPort,
    private readonly mailbox: DemoMailbox,
  ) {}

  async logInAsCitizen(phone: string, address: string): Promise<LogIn> {
    const { challengeId } = await this.post<{ challengeId: string }>(
      '/api/v1/auth/one-time-codes',
      { phone },
      { address },
    );
    const [message] = this.mailbox.list(phone);
    const code = /\d{6}/.exec(message?.text ?? '')?.[0];
    return this.post('/api/v1/auth/sessions', { challengeId, code }, { address });
  }

  logInAsStaff(username: string, password: string): Promise<LogIn> {
    return this.post('/api/v1/auth/staff-sessions', { username, password });
  }

  get<T>(path: string, token: string): Promise<T> {
    return this.send('GET', path, undefined, { token });
  }

  /** @param options.key makes the request happen once, however often the demo is seeded */
  post<T>(path: string, body: unknown, options: { token?: string; key?: string; address?: string } = {}): Promise<T> {
    return this.send('POST', path, body, options);
  }

  async send<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    { token, key, address }: { token?: string; key?: string; address?: string } = {},
  ): Promise<T> {
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
    if (answer.status >= 300) throw new Error(`Seeding the demo: ${method} ${path} answered ${answer.body}`);
    return (answer.body ? JSON.parse(answer.body) : undefined) as T;
  }
}
