import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { ForwardingPort, type ForwardedAnswer, type ForwardedRequest } from '@sanxian/gateway/module';

/** Requests to a gateway on this machine; each client address of the loopback network counts as a client of its own. */
export class NetworkForwarding extends ForwardingPort {
  constructor(private readonly gatewayUrl: string) {
    super();
  }

  override forward({ method, path, headers, body, clientAddress }: ForwardedRequest): Promise<ForwardedAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(path, this.gatewayUrl),
        { method, headers, localAddress: clientAddress },
        (answer) => {
          text(answer).then((received) => resolve({ status: answer.statusCode ?? 0, body: received }), reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
