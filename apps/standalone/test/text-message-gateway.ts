import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedText {
  readonly to: string;
  readonly text: string;
  readonly receivedAt: Date;
  /** Whether the sender was told that it is taken over. */
  taken: boolean;
}

/** What stands behind SMS_WEBHOOK_URL in a test: takes messages, refuses them, or keeps the sender waiting. */
export interface TextMessageGateway {
  readonly variables: { SMS_WEBHOOK_URL: string; SMS_WEBHOOK_SECRET: string };
  /** Everything that arrived for a phone, log-in codes too, in order. */
  receivedBy(phone: string): ReceivedText[];
  /** How what is no log-in code is answered from now on. */
  behave(as: 'takes' | 'refuses' | 'keeps-waiting'): void;
  /** Takes what was kept waiting. */
  release(): void;
  close(): Promise<void>;
}

const isCode = (text: string): boolean => /\d{6}/.test(text);

export async function startTextMessageGateway(): Promise<TextMessageGateway> {
  const received: ReceivedText[] = [];
  const waiting: (() => void)[] = [];
  let behaviour: 'takes' | 'refuses' | 'keeps-waiting' = 'takes';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { to, text } = JSON.parse(await bodyOf(request)) as { to: string; text: string };
    const message: ReceivedText = { to, text, receivedAt: new Date(), taken: false };
    received.push(message);
    const take = () => {
      message.taken = true;
      response.writeHead(204).end();
    };
    if (isCode(text) || behaviour === 'takes') take();
    else if (behaviour === 'refuses') response.writeHead(503).end();
    else waiting.push(take);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    variables: {
      SMS_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      SMS_WEBHOOK_SECRET: 'a secret of the tests alone',
    },
    receivedBy: (phone) => received.filter(({ to }) => to === phone),
    behave: (as) => {
      behaviour = as;
    },
    release: () => {
      for (const take of waiting.splice(0)) take();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
