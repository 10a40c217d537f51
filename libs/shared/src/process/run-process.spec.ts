import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const runProcess = JSON.stringify(new URL('../../dist/process/index.js', import.meta.url).href);

/** A process whose start takes until somebody writes to its standard input. */
const slow = `
  import { once } from 'node:events';
  import { runProcess } from ${runProcess};
  await runProcess(async () => {
    console.log('starting');
    await once(process.stdin, 'data');
    console.log('started');
    return { stop: async () => console.log('stopped') };
  });
`;

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s during the start stops what was started, and is no failure',
  async (signal) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', slow], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child.stdout, 'data');
    child.kill(signal);
    child.kill(signal);
    child.stdin.write('go on\n');
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, said }).toEqual({ code: 0, said: 'starting\nstarted\nstopped\n' });
  },
);
