import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@sanxian/shared/testing';
import { startTestSystem, type TestSystem } from './test-system.js';
import { startCollector } from './trace-collector.js';

const phone = '13900001111';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('traces', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let system: TestSystem;
  beforeEach(async () => {
    collector = await startCollector();
  });
  afterEach(() => collector.close());

  /** One request whose event other services consume; resolves when they have. */
  async function grantConsent(): Promise<void> {
    const { token } = await system.citizen(phone);
    const consents = await system.request<{ items: { purpose: string; currentTextVersion: string }[] }>(
      'GET',
      '/api/v1/me/consents',
      { token },
    );
    const { purpose, currentTextVersion } = consents.body.items.find((item) => item.purpose === 'blood-contact')!;
    const answer = await system.request('PUT', `/api/v1/me/consents/${purpose}`, {
      token,
      body: { textVersion: currentTextVersion },
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(answer.status).toBe(200);
    await eventually(async () => {
      const proof = await system.request<{ items: unknown[] }>('GET', `/api/v1/me/consents/${purpose}/proof`, {
        token,
      });
      expect(proof.body.items).toHaveLength(3);
    });
  }

  it('lead from a request over the outbox to every consumer of its event', async () => {
    system = await startTestSystem({ variables: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint } });
    await grantConsent();
    await system.stop();
    const spans = collector.spans();
    const request = spans.find((span) => span.traceId === traceId && span.kind === 2)!;
    expect(request).toMatchObject({ name: 'PUT /api/v1/me/consents/:purpose', parentSpanId: '00f067aa0ba902b7' });
    const cause = { traceId, spanId: request.spanId };
    const consumers = spans.filter(({ kind, name }) => kind === 5 && name === 'process identity.consent-granted.v1');
    const caused = consumers.filter((span) => span.traceId === traceId);
    // Donations, volunteers and notifications.
    expect(caused.length).toBeGreaterThanOrEqual(3);
    for (const span of caused) expect(span).toMatchObject({ parentSpanId: request.spanId, links: [cause] });
    const published = spans.filter(({ kind, name }) => kind === 4 && name === 'publish gateway');
    expect(published.flatMap(({ links = [] }) => links)).toContainEqual(expect.objectContaining(cause));
    expect(collector.text()).toContain('"service.version"');
    expect(collector.text()).not.toContain(phone);
  });

  it('are not made without an endpoint', async () => {
    system = await startTestSystem();
    await grantConsent();
    await system.stop();
    expect(collector.text()).toBe('');
  });

  it('do not keep a server from stopping whose collector is gone', async () => {
    system = await startTestSystem({ variables: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' } });
    await grantConsent();
    const started = performance.now();
    await system.stop();
    // Five seconds for the last spans, and where there are several processes the services stop after the gateway.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
