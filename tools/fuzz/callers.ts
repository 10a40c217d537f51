import type { OpenAPIObject } from '@nestjs/swagger';
import { agree, logInAsCitizen, logInAsCoordinator, type Person } from '../tour/people.js';
import { KnownIds } from './known-ids.js';
import { settleIn } from './settle-in.js';

/** Somebody the fuzzer asks as. */
export interface Caller {
  readonly name: 'nobody' | 'citizen' | 'coordinator';
  readonly token?: string;
  /** The documents, with ids of things this caller can reach. */
  readonly document: OpenAPIObject;
}

/** Nobody, a citizen who has agreed to everything and owns something of each kind, and the coordinator of the demo. */
export async function callers(
  baseUrl: string,
  dataFolder: string,
  document: OpenAPIObject,
): Promise<readonly Caller[]> {
  const citizen = await logInAsCitizen(baseUrl, '林知夏');
  await citizen.api.patch('/api/v1/me', { birthDate: '1994-03-07', sex: 'female', area: '331102' });
  const { items } = await citizen.api.get<{ items: { purpose: string }[] }>('/api/v1/me/consents');
  for (const { purpose } of items) await agree(citizen, purpose);
  const coordinator = await logInAsCoordinator(baseUrl, dataFolder);
  const settled = async (name: Caller['name'], { api, token }: Person): Promise<Caller> => {
    const known = new KnownIds();
    known.learn('/people', { id: citizen.id });
    known.learn('/branches', { id: coordinator.branchId });
    await settleIn(api, document, known);
    // Whoever else was made on the way agreed to nothing: staff wait a second for a consent that may be on its way.
    known.keepOnly('people', citizen.id);
    await api.close();
    return { name, token, document: known.addTo(document) };
  };
  return [{ name: 'nobody', document }, await settled('citizen', citizen), await settled('coordinator', coordinator)];
}
