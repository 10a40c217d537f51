import type { TestService } from '@sanxian/shared/testing';

/** All that the service wrote, a character for each byte. */
export async function everythingStored(service: TestService): Promise<string> {
  return (await service.stored()).toString('latin1');
}
