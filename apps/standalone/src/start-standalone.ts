import { gatewayService } from '@sanxian/gateway/module';
import { DemoMailbox } from '@sanxian/shared/channels';
import { SystemClock } from '@sanxian/shared/config';
import {
  AccessTokenSigner,
  PeopleSeal,
  readOrCreateKeyFile,
  readOrCreateSigningKey,
  TokenAuthenticator,
} from '@sanxian/shared/security';
import { createLocalJWKSet } from 'jose';
import { observe } from '@sanxian/shared/observability';
import { chooseTextMessages, createApplication, isLoopback, listen, StartRefused } from '@sanxian/shared/process';
import { DataFolder } from './data-folder/data-folder.js';
import { refuseLostKeys } from './data-folder/refuse-lost-keys.js';
import type { DemoSize } from './demo/city/plan-city.js';
import { DemoSeeding } from './demo/demo-seeding.js';
import type { Environment } from './environment.js';
import { InProcessForwarding } from './in-process-forwarding.js';
import { wholeOpenApi } from './open-api.js';
import { databaseFiles, openServices } from './open-services.js';
import { offerSetUp } from './set-up/offer-set-up.js';
import { StartPageModule } from './start-page/start-page.module.js';

export interface StartOptions {
  readonly environment: Environment;
  /** A new folder starts clean instead of with the demo city. */
  readonly empty: boolean;
  /** How large a new demo becomes; a whole city unless told. */
  readonly demo?: DemoSize;
  /** Tells the person at the terminal. */
  readonly say: (line: string) => void;
}

export interface Standalone {
  readonly url: string;
  /** Resolves when the demo is complete, or does not go on; at once without one. */
  demoSettled(): Promise<void>;
  /** Ends what was accepted, then everything else. */
  stop(): Promise<void>;
}

/** Starts all four services in this process on one data folder. */
export async function startStandalone(options: StartOptions): Promise<Standalone> {
  const { environment, empty } = options;
  const folder = DataFolder.open(environment.SANXIAN_DATA_DIR, empty ? 'own' : 'demo');
  try {
    refuseIncomplete(environment, folder);
    return await startOn(folder, options);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function startOn(
  folder: DataFolder,
  { environment, demo: sizeWhenNew = 'city', say }: StartOptions,
): Promise<Standalone> {
  const clock = new SystemClock();
  const showsDemo = folder.kind === 'demo' && isLoopback(environment.HOST);
  const demoMailbox = showsDemo ? new DemoMailbox(clock) : undefined;
  const masterKeyFile = environment.MASTER_KEY_FILE ?? folder.file('master.key');
  const peopleKeyFile = environment.PEOPLE_KEY_FILE ?? folder.file('people.key');
  refuseLostKeys(databaseFiles(folder), [masterKeyFile, peopleKeyFile]);
  const signingKey = await readOrCreateSigningKey(folder.file('signing.key'));
  const ports = {
    textMessages: chooseTextMessages(environment, clock, demoMailbox),
    peopleSeal: new PeopleSeal(await readOrCreateKeyFile(peopleKeyFile)),
    accessTokens: new AccessTokenSigner(signingKey, clock),
    demoMailbox,
  };
  const masterKey = await readOrCreateKeyFile(masterKeyFile);
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const part of opened.toReversed()) await part.close();
  };
  const services = await openServices(folder, masterKey, clock);
  opened.push(services);
  try {
    const application = await createApplication({
      services: services.all,
      ports,
      clock,
      bus: services.log,
      owner: 'standalone',
      openApi: wholeOpenApi,
      modules: [StartPageModule.about({ folder, showsDemo })],
      policies: { 'GET /': 'public' },
      authenticator: new TokenAuthenticator({
        keys: createLocalJWKSet(ports.accessTokens.publicKeySet()),
        clock,
        sessions: gatewayService.sessions?.(services.runtimeOf('gateway')),
      }),
      observation: await observe('standalone', environment),
      alsoForget: () => services.log.trim(),
    });
    opened.push(application);
    const demo =
      demoMailbox &&
      (await DemoSeeding.prepare({
        folder,
        gateway: services.runtimeOf('gateway'),
        peopleSeal: ports.peopleSeal,
        forwarding: new InProcessForwarding(application.http),
        sizeWhenNew,
        say,
      }));
    const url = await listen(application.http, environment);
    say(`三献 Sanxian: ${url}`);
    if (demo) {
      demo.start();
      opened.push({ close: () => demo.stop() });
    }
    if (folder.kind === 'own') await offerSetUp(services.runtimeOf('gateway'), url, say);
    return {
      url,
      demoSettled: async () => demo?.settled(),
      stop: async () => {
        await close();
        folder.release();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function refuseIncomplete(environment: Environment, folder: DataFolder): void {
  if (Boolean(environment.SMS_WEBHOOK_URL) !== Boolean(environment.SMS_WEBHOOK_SECRET)) {
    throw new StartRefused('SMS_WEBHOOK_URL and SMS_WEBHOOK_SECRET belong together: set both or none', 78);
  }
  if (environment.NODE_ENV !== 'production') return;
  if (folder.kind === 'demo') {
    throw new StartRefused(
      `${folder.path} holds demo data, which NODE_ENV=production does not start on (npm start -- --empty)`,
      78,
    );
  }
  if (!environment.SMS_WEBHOOK_URL) {
    throw new StartRefused('NODE_ENV=production needs SMS_WEBHOOK_URL and SMS_WEBHOOK_SECRET: nobody could log in', 78);
  }
}
