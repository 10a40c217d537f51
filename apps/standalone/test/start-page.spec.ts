import { expect, it } from '@jest/globals';
import { startTestStandalone } from './test-standalone.js';

it('one process shows one honest page', async () => {
  const standalone = await startTestStandalone();
  try {
    const page = await standalone.request('GET', '/', { headers: { 'accept-language': 'en' } });
    expect(page.text).toContain('API documentation');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  } finally {
    await standalone.stop();
  }
});
