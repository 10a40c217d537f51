import type { Readable } from 'node:stream';
import { commonProblems } from '@sanxian/shared/http';
import { Refusal } from '@sanxian/shared/contracts';
import { Agent, type Dispatcher } from 'undici';
import { Instances } from './instances.js';
import { SilentInstances } from './silent-instances.js';

export interface UpstreamRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Record<string, string | string[]>;
  /** Made anew for every try; undefined for a request without a body. */
  readonly body?: () => Readable;
  /** Aborts when the client is gone. */
  readonly signal: AbortSignal;
}

export interface UpstreamOptions {
  /** Where the instances of the service listen: `http://host:port`, where a host may stand for several of them. */
  readonly addresses: readonly string[];
  /** Beyond that many requests at a time the next are refused. */
  readonly mostInFlight: number;
  /** How long the service may take until its answer begins. */
  readonly deadlineMilliseconds: number;
}

/** Why a request ended that had no answer in time. */
const tooLate = Symbol('too late');
const connectMilliseconds = 1_000;
/** A stream that says nothing for so long is dead; server-sent events send a comment more often. */
const silenceMilliseconds = 60_000;

/** One service behind the gateway: all its instances, a bound on what is under way, and what may be tried again. */
export class Upstream {
  private readonly agent: Agent;
  private readonly instances: Instances;
  private readonly silent = new SilentInstances();
  private inFlight = 0;
  private turn = 0;

  constructor(private readonly options: UpstreamOptions) {
    this.instances = new Instances(options.addresses);
    this.agent = new Agent({
      connections: Math.ceil(options.mostInFlight / options.addresses.length),
      // Shorter than the services keep a silent connection: they should not be the ones to end it.
      keepAliveTimeout: 10_000,
      keepAliveMaxTimeout: 30_000,
      headersTimeout: 0,
      bodyTimeout: silenceMilliseconds,
      connect: { timeout: connectMilliseconds },
    });
  }

  /**
   * The beginning of the answer; its body still streams, and counts as under way until it has ended.
   * @throws Refusal `unavailable` when the service is overloaded, gone or too slow
   */
  async request(request: UpstreamRequest): Promise<Dispatcher.ResponseData> {
    if (this.inFlight >= this.options.mostInFlight) throw unavailable();
    this.inFlight += 1;
    const late = new AbortController();
    const deadline = setTimeout(() => late.abort(tooLate), this.options.deadlineMilliseconds);
    try {
      const answer = await this.tryAddresses({ ...request, signal: AbortSignal.any([request.signal, late.signal]) });
      answer.body.once('close', () => (this.inFlight -= 1));
      return answer;
    } catch (error) {
      this.inFlight -= 1;
      throw late.signal.aborted ? unavailable() : error;
    } finally {
      clearTimeout(deadline);
    }
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  /** Every address once as long as nothing was sent; a GET whose connection broke, once more. */
  private async tryAddresses(request: UpstreamRequest): Promise<Dispatcher.ResponseData> {
    const known = await this.instances.origins().catch((error: unknown) => {
      throw unavailableAfter(error);
    });
    const first = (this.turn += 1) % known.length;
    const origins = this.silent.last([...known.slice(first), ...known.slice(0, first)]);
    let breaksAllowed = request.method === 'GET' ? 1 : 0;
    let refused: unknown;
    for (let tries = 0; tries <= origins.length; tries += 1) {
      try {
        return await this.send(origins[tries % origins.length]!, request);
      } catch (error) {
        if (request.signal.aborted || !isConnectionTrouble(error)) throw unavailableAfter(error);
        if (!wasNotSent(error) && (breaksAllowed -= 1) < 0) throw unavailableAfter(error);
        refused = error;
      }
    }
    throw unavailableAfter(refused);
  }

  private async send(origin: string, { method, path, headers, body, signal }: UpstreamRequest) {
    try {
      const answer = await this.agent.request({ origin, method, path, headers, body: body?.(), signal });
      this.silent.answered(origin);
      return answer;
    } catch (error) {
      if (signal.reason === tooLate) this.silent.fellSilent(origin);
      throw error;
    }
  }
}

const notSent = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
const broken = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const wasNotSent = (error: unknown): boolean => notSent.includes(codeOf(error));
const isConnectionTrouble = (error: unknown): boolean => wasNotSent(error) || broken.includes(codeOf(error));

function unavailable(): Refusal {
  return new Refusal(commonProblems.unavailable, {}, [], { retryAfterSeconds: 1 });
}

/** What the other side did not manage is a refusal; what went wrong here stays what it is. */
function unavailableAfter(error: unknown): unknown {
  return isConnectionTrouble(error) || codeOf(error).startsWith('UND_ERR_') ? unavailable() : error;
}
