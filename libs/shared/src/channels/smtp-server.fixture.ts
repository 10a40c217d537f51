import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text as they came over the line. */
  readonly content: string;
}

export interface SmtpServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** What to answer to a command instead of yes, by its first word; null says nothing at all. */
  readonly refusals: Map<string, string | null>;
  close(): Promise<void>;
}

const yes: Readonly<Record<string, string>> = {
  EHLO: '250-localhost\r\n250 8BITMIME',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** Just enough of RFC 5321 to receive mail. For specs only. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const refusals = new Map<string, string | null>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()));
    converse(socket, received, (word) => (refusals.has(word) ? refusals.get(word) : (yes[word] ?? '250 OK')));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refusals,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(
  socket: Socket,
  received: ReceivedMail[],
  answerTo: (word: string) => string | null | undefined,
): void {
  let pending = '';
  let content: string[] | undefined;
  let envelope = { from: '', to: [] as string[] };
  const say = (answer: string | null | undefined) => answer && socket.write(`${answer}\r\n`);

  const take = (line: string): void => {
    if (content && line !== '.') {
      content.push(line);
      return;
    }
    if (content) {
      received.push({ ...envelope, content: content.join('\n') });
      content = undefined;
      say(answerTo('.'));
      return;
    }
    const word = (/^\w+/.exec(line)?.[0] ?? '').toUpperCase();
    const address = /<(.*)>/.exec(line)?.[1] ?? '';
    const answer = answerTo(word);
    if (word === 'MAIL') envelope = { from: address, to: [] };
    if (word === 'RCPT') envelope.to.push(address);
    if (word === 'DATA' && answer?.startsWith('3')) content = [];
    say(answer);
  };

  say(answerTo('GREETING') === '250 OK' ? '220 localhost' : answerTo('GREETING'));
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\r\n');
    pending = lines.pop() ?? '';
    lines.forEach(take);
  });
}
