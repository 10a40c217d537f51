import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../../tools/process/server-process.js';

/** A server of `references/`. */
export const referenceServer = (
  name: 'sqlite' | 'mysql' | 'proxy',
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> =>
  ServerProcess.on(folder, {
    entry: fileURLToPath(new URL(`../references/${name}.main.ts`, import.meta.url)),
    preload: '@swc-node/register/esm-register',
    environment: { SWC_NODE_PROJECT: 'tsconfig.check.json', ...environment },
  });
