import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { donationsService } from '@sanxian/donations/module';
import { gatewayService } from '@sanxian/gateway/module';
import { notificationsService } from '@sanxian/notifications/module';
import { wholeSchema } from '@sanxian/shared/http';
import { sqliteDataSource } from '@sanxian/shared/persistence';
import { requestOver, temporaryFolder } from '@sanxian/shared/testing';
import { volunteersService } from '@sanxian/volunteers/module';
import { join } from 'node:path';
import { agree, logInAsCitizen } from '../../../tools/tour/people.js';
import { readStandaloneEnvironment } from '../src/environment.js';
import { startStandalone, type Standalone } from '../src/start-standalone.js';

let folder: ReturnType<typeof temporaryFolder>;
let standalone: Standalone;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await standalone.stop();
  folder.remove();
});

async function start(): Promise<void> {
  standalone = await startStandalone({
    environment: readStandaloneEnvironment({ PORT: '0', SANXIAN_DATA_DIR: folder.path }),
    empty: false,
    demo: 'village',
    say: () => undefined,
  });
  await standalone.demoSettled();
}

/** What every database looked like before its newest migration. */
async function goOneMigrationBack(): Promise<string[]> {
  const undone: string[] = [];
  for (const service of [gatewayService, donationsService, volunteersService, notificationsService]) {
    const schema = wholeSchema(service);
    const file = join(folder.path, `${service.name}.sqlite`);
    const dataSource = await sqliteDataSource(file, schema, false).initialize();
    const before = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
    await dataSource.undoLastMigration({ transaction: 'each' });
    const after = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
    undone.push(...before.map(({ name }) => name).filter((name) => !after.some((row) => row.name === name)));
    await dataSource.destroy();
  }
  return undone;
}

it('databases one migration back are brought forward at the start, with everything in them', async () => {
  await start();
  const person = await logInAsCitizen(standalone.url, '林知夏');
  await agree(person, 'blood-contact');
  const intent = { product: 'whole-blood', volumeMl: 200, area: '331102' };
  await person.api.post('/api/v1/donations/blood/intents', intent);
  await person.api.close();
  const paths = ['me', 'me/consents', 'donations/mine', 'volunteers/events'];
  const seen = () =>
    Promise.all(
      paths.map(async (path) => {
        const { body } = await requestOver(standalone.url, 'GET', `/api/v1/${path}`, { token: person.token });
        return body;
      }),
    );
  const before = await seen();
  expect(before).toMatchObject([{ displayName: '林知夏' }, {}, { bloodIntents: [intent] }, { items: [{}, {}] }]);
  await standalone.stop();
  expect(await goOneMigrationBack()).toHaveLength(4);
  await start();
  expect(await seen()).toEqual(before);
});
