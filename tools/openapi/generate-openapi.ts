// Writes apps/<service>/openapi.json from the code. With --check it writes nothing and exits 1 when a file is not what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import {
  buildOpenApiDocument,
  mergeOpenApi,
  type ServiceDefinition,
  stableJson,
  wholePolicies,
  WholeServiceModule,
} from '@sanxian/shared/http';
import { volunteersService } from '@sanxian/volunteers/module';
import { loadClassMetadata } from './class-metadata.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const services: readonly ServiceDefinition[] = [
  gatewayService,
  donationsService,
  volunteersService,
  notificationsService,
];
const descriptions: Readonly<Record<ServiceDefinition['name'], string>> = {
  gateway: 'Accounts, log-in, consents.',
  donations: 'Donation intents and pre-screens.',
  volunteers: 'Profiles, events, shifts, sign-ups.',
  notifications: 'The inbox.',
};

/** By the first segment of a path. */
const tags: Readonly<Record<string, string>> = {
  ...descriptions,
  accounts: 'Accounts of staff.',
  admin: 'For ops: messages that a service could not handle.',
  auth: 'Logging in and out.',
  me: 'What belongs to whoever is logged in: profile and consents.',
  'well-known': 'The keys that tokens are verified with.',
};

await loadClassMetadata(`${root}tsconfig.check.json`);
const documents = await Promise.all(services.map(documentOf));
const whole = mergeOpenApi(documents[0]!.info, documents);
const unknown = whole.tags?.filter(({ name }) => !(name in tags)) ?? [];
if (unknown.length > 0) throw new Error(`Please say in ${import.meta.filename} what ${unknown[0]!.name} stands for`);

const drifted = services.filter(({ name }, index) => {
  const file = `${root}apps/${name}/openapi.json`;
  const text = stableJson(documents[index]);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  return true;
});
report(drifted.map(({ name }) => `apps/${name}/openapi.json`));

/** Registered on nothing: only classes are read, and providers come from factories that nobody calls. */
function documentOf(service: ServiceDefinition) {
  const { name } = service;
  const info = { title: `Sanxian ${name}`, description: descriptions[name], version: '1', tags };
  const module = WholeServiceModule.of(service, { name } as never, {} as never, {} as never);
  return buildOpenApiDocument(module, info, wholePolicies(service));
}

function report(files: readonly string[]): void {
  if (!process.argv.includes('--check')) {
    console.log(files.length > 0 ? `Written: ${files.join(', ')}` : 'Nothing changed');
  } else if (files.length > 0) {
    console.error(`Not what the code says: ${files.join(', ')}. Run \`npm run openapi\` and commit the result.`);
    process.exitCode = 1;
  }
}
