import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { eventually } from '@sanxian/shared/testing';
import { freezeProcess } from './freeze-process.js';

const pidFile = '.infra/mysql/pid';

/** The server that `.ci/infra up` started, which tests may do harm to. */
export const nativeMysql = {
  isThere: (): boolean => existsSync(pidFile),

  /** As a power failure ends it; back when it listens again. */
  async killAndRestart(): Promise<void> {
    const pid = processId();
    process.kill(pid, 'SIGKILL');
    await eventually(() => {
      if (existsSync(`/proc/${pid}`)) throw new Error('MySQL is still there');
    });
    await promisify(execFile)('.ci/infra', ['up']);
  },

  freezeFor: (seconds: number): Promise<void> => freezeProcess(processId(), seconds),
};

const processId = (): number => Number(readFileSync(pidFile, 'utf8'));
