import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { parseTraceparent } from '../../config/trace-context.js';
import type { Span, SpanStart, Tracer } from '../../config/tracer.js';

const exportMilliseconds = 5_000;

const kinds: Readonly<Record<SpanStart['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/**
 * Sends spans to a collector by OTLP over HTTP. Loaded only where an endpoint is set. The SDK itself reads
 * the other `OTEL_` variables, such as `OTEL_TRACES_SAMPLER` and `OTEL_EXPORTER_OTLP_HEADERS`.
 */
export class OpenTelemetryTracer implements Tracer {
  private readonly provider: NodeTracerProvider;
  private readonly tracer;

  constructor({ endpoint, service, version }: { endpoint: string; service: string; version: string }) {
    const exporter = new OTLPTraceExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
      timeoutMillis: exportMilliseconds,
    });
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
      spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: exportMilliseconds })],
    });
    this.tracer = this.provider.getTracer('sanxian', version);
  }

  start({ name, kind, parent, links = [], attributes }: SpanStart): Span {
    const span = this.tracer.startSpan(
      name,
      {
        kind: kinds[kind],
        attributes,
        links: links.flatMap((link) => spanContextOf(link) ?? []).map((context) => ({ context })),
      },
      contextOf(parent),
    );
    const { traceId, spanId, traceFlags } = span.spanContext();
    return {
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end: ({ failed = false, attributes: found } = {}) => {
        if (found) span.setAttributes(found);
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  /** Sends what is left; a collector that is gone is waited for 5 s. */
  async close(): Promise<void> {
    // What cannot be delivered is given up: nobody waits for a trace to stop a process.
    await this.provider.shutdown().catch(() => undefined);
  }
}

function contextOf(traceparent: string | undefined): Context {
  const parent = spanContextOf(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

function spanContextOf(traceparent: string | undefined): SpanContext | undefined {
  const parts = parseTraceparent(traceparent);
  if (!parts) return undefined;
  const { traceId, spanId, flags } = parts;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}
