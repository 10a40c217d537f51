import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { remoteKeys } from '../http/access/remote-keys.js';
import type { ServiceDefinition } from '../http/service/service-definition.js';
import { chooseTextMessages } from '../process/choose-text-messages.js';
import { TokenAuthenticator } from '../security/token-authenticator.js';
import { openFoundation, type RunningProcess } from './open-foundation.js';
import type { ServiceEnvironment } from './process-environment.js';

/**
 * Starts donations, volunteers or notifications as a process of its own.
 * @param openApiFile the service's committed document
 */
export async function startService(
  definition: ServiceDefinition,
  environment: ServiceEnvironment,
  openApiFile: URL,
): Promise<RunningProcess> {
  const openApi = JSON.parse(readFileSync(openApiFile, 'utf8')) as OpenAPIObject;
  const foundation = await openFoundation(definition, environment);
  const { clock, peopleSeal } = foundation;
  try {
    return await foundation.serve({
      ports: { peopleSeal, textMessages: chooseTextMessages(environment, clock) },
      authenticator: new TokenAuthenticator({ keys: remoteKeys(environment.JWKS_URL), clock }),
      openApi: () => openApi,
    });
  } catch (error) {
    await foundation.close();
    throw error;
  }
}
