import { requestOver, rowsOf, temporaryFolder } from '@sanxian/shared/testing';
import mysql from 'mysql2/promise';
import { filesBelow } from '../../../tools/process/find-planted.js';
import { SplitSystem } from '../../../tools/split/split-system.js';
import { testInfrastructure } from '../../../tools/split/test-infrastructure.js';
import { logInAs } from './log-in-as.js';
import type { Stored, TestSystem, TestSystemOptions } from './test-system.js';

/** The four processes as they are built, on databases and topics of their own. */
export async function startTestSplit({
  empty = false,
  variables: { SMS_WEBHOOK_URL, SMS_WEBHOOK_SECRET, ...variables } = {},
}: TestSystemOptions = {}): Promise<TestSystem> {
  const folder = temporaryFolder();
  const infrastructure = await testInfrastructure();
  const { databases } = infrastructure;
  try {
    const system = await SplitSystem.start({
      infrastructure: { ...infrastructure.variables, ...variables },
      folder: folder.path,
      demo: !empty,
      ...(SMS_WEBHOOK_URL && SMS_WEBHOOK_SECRET && { textMessages: { SMS_WEBHOOK_URL, SMS_WEBHOOK_SECRET } }),
    });
    if (!empty) await system.fillDemo('village');
    return {
      folder: folder.path,
      signingKeyFile: system.keyFile('signing'),
      said: system.said.trim(),
      stored: {
        ...storedInMysql(databases),
        everything: async () => {
          const pieces = filesBelow(folder.path);
          for (const [name, url] of Object.entries(databases)) pieces.set(`${name} tables`, await rowsOf(url));
          for (const process of system.all) pieces.set(`output at ${process.port}`, Buffer.from(process.lastOutput()));
          return pieces;
        },
      },
      request: (method, path, options) => requestOver(system.url, method, path, options),
      ...logInAs(() => ({ url: system.url, folder: folder.path })),
      stop: async () => {
        await system.stop();
        await infrastructure.remove();
        folder.remove();
      },
    };
  } catch (error) {
    await infrastructure.remove();
    folder.remove();
    throw error;
  }
}

function storedInMysql(databases: Readonly<Record<string, string>>): Pick<Stored, 'rows' | 'change'> {
  const query = async (service: string, sql: string, values: string[]) => {
    const connection = await mysql.createConnection({ uri: databases[service]! });
    try {
      return (await connection.query(sql, values))[0];
    } finally {
      await connection.end();
    }
  };
  return {
    rows: async <Row>(service: string, sql: string, ...values: string[]) =>
      (await query(service, sql, values)) as Row[],
    change: async (service, sql, ...values) => void (await query(service, sql, values)),
  };
}
