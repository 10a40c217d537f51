/** A request on its way to the service that answers its path. */
export interface ForwardedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With the query, from `/api/v1` on: the same path everywhere. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** Whose request it is, as far as limits per address are concerned. */
  readonly clientAddress?: string;
}

export interface ForwardedAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * The way a request on behalf of a person reaches a service. Whatever carries it, the request passes the same hooks,
 * guards and pipes as one that came over the network.
 */
export abstract class ForwardingPort {
  abstract forward(request: ForwardedRequest): Promise<ForwardedAnswer>;
}
