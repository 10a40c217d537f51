import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ForwardingPort, type ForwardedAnswer, type ForwardedRequest } from '@sanxian/gateway/module';

/** All services answer in this process: no socket lies between. */
export class InProcessForwarding extends ForwardingPort {
  constructor(private readonly http: NestFastifyApplication) {
    super();
  }

  override async forward(request: ForwardedRequest): Promise<ForwardedAnswer> {
    const { method, path, headers, body, clientAddress } = request;
    const response = await this.http.inject({
      method,
      url: path,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: body }),
      ...(clientAddress === undefined ? {} : { remoteAddress: clientAddress }),
    });
    return { status: response.statusCode, body: response.body };
  }
}
