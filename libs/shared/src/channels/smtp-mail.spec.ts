import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ReceivedMail, type SmtpServer, startSmtpServer } from './smtp-server.fixture.js';
import { SmtpMail } from './smtp-mail.js';

const from = '三献 <no-reply@example.com>';
const message = {
  to: 'wang@example.org',
  subject: '谢谢您',
  text: '您好，\n.\n感谢您的支持。',
  idempotencyKey: 'message-1',
};

describe('SmtpMail', () => {
  let server: SmtpServer;
  let mail: SmtpMail;

  beforeEach(async () => {
    server = await startSmtpServer();
    mail = new SmtpMail({ url: server.url, from });
  });

  afterEach(() => server.close());

  const failure = async (): Promise<string> => {
    const error: unknown = await mail.send(message).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const { message: told, stack, cause } = error as Error;
    expect([told, stack, String(cause)].join('\n')).not.toContain('wang');
    return told;
  };

  it('hands a mail to the server', async () => {
    await mail.send(message);
    expect(server.received).toHaveLength(1);
    const [{ content, ...envelope }] = server.received as [ReceivedMail];
    expect(envelope).toEqual({ from: 'no-reply@example.com', to: ['wang@example.org'] });
    expect(headerOf(content, 'Message-ID')).toBe('<message-1@example.com>');
    expect(decodedSubject(content)).toBe(message.subject);
    expect(decodedBody(content)).toBe(message.text);
  });

  it('writes to one receiver and no header more, whatever the address and the subject hold', async () => {
    const to = 'wang@example.org, li@example.org';
    const subject = 'Hello\r\nBcc: li@example.org';
    await mail.send({ ...message, subject });
    await mail.send({ ...message, to }).catch((error: Error) => expect(error.message).not.toContain('li@'));
    for (const received of server.received) {
      expect(received.to).toHaveLength(1);
      expect(received.to).not.toEqual(['li@example.org']);
      expect(headerOf(received.content, 'Bcc')).toBeUndefined();
    }
  });

  it.each([
    ['RCPT', '550 5.1.1 <wang@example.org>: no such user', '550'],
    ['MAIL', '451 4.3.0 try again later', '451'],
    ['.', '554 5.7.1 <wang@example.org>: refused', '554'],
    ['GREETING', '554 go away', '554'],
  ])('fails when the server refuses at %s, without telling the address', async (word, answer, status) => {
    server.refusals.set(word, answer);
    expect(await failure()).toContain(status);
  });

  it.each(['GREETING', 'EHLO', 'RCPT', '.'])(
    'does not wait for ever for a server that is silent at %s',
    async (word) => {
      server.refusals.set(word, null);
      mail = new SmtpMail({ url: server.url, from, deadlineMilliseconds: 200 });
      const started = performance.now();
      await failure();
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it('fails when nobody listens', async () => {
    await server.close();
    expect(await failure()).toContain('ESOCKET');
  });
});

const headerOf = (content: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(content)?.[1];

function decodedSubject(content: string): string {
  const encoded = /=\?UTF-8\?(B|Q)\?(.*?)\?=/i.exec(headerOf(content, 'Subject') ?? '');
  const [, encoding, word = ''] = encoded ?? [];
  return encoding?.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : fromQuotedPrintable(word);
}

function decodedBody(content: string): string {
  const body = content.slice(content.indexOf('\n\n') + 2);
  const isBase64 = headerOf(content, 'Content-Transfer-Encoding') === 'base64';
  const text = isBase64 ? Buffer.from(body, 'base64').toString() : fromQuotedPrintable(body.replaceAll('=\n', ''));
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function fromQuotedPrintable(text: string): string {
  return decodeURIComponent(text.replaceAll('%', '%25').replace(/=([0-9A-F]{2})/g, '%$1'));
}
