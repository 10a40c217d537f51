/**
 * `npm run backup -- --to FOLDER [--from FOLDER | FILE] [--keys]`: the data folder of SANXIAN_DATA_DIR unless told. A file stands for
 * split mode, and sets the variables that `prepare` takes, one a line; the environment does as well.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import { explainFailure } from '@sanxian/shared/process';
import { readDeployEnvironment } from '../deploy-environment.js';
import { backUp, type Backup } from '../../backup/back-up.js';
import { backUpDatabases } from './back-up-databases.js';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: process.env['SANXIAN_DATA_DIR'] || '.sanxian' },
    to: { type: 'string' },
    keys: { type: 'boolean', default: false },
  },
});
if (values.to === undefined) {
  process.stderr.write('npm run backup -- --to FOLDER [--from FOLDER | FILE] [--keys]\n');
  process.exit(64);
}
try {
  const { standstillMilliseconds } = await copyTo(values.to);
  process.stdout.write(
    `备份完成：${values.to}（写入暂停 ${standstillMilliseconds.toFixed(1)} 毫秒）\n` +
      `Backed up to ${values.to}; nobody could write for ${standstillMilliseconds.toFixed(1)} ms\n`,
  );
  if (!values.keys) {
    process.stdout.write(
      '未包含密钥：没有 master.key 和 people.key，这份备份无法使用，请另行保存。\n' +
        'Without the keys: master.key and people.key open it and nothing else does. Keep them somewhere else.\n',
    );
  }
} catch (error) {
  process.exitCode = explainFailure(error);
}

function copyTo(to: string): Promise<Backup> {
  const { from, keys } = values;
  if (!statSync(from, { throwIfNoEntry: false })?.isFile()) return backUp({ from, to, keys });
  const environment = readDeployEnvironment({ ...process.env, ...parseEnv(readFileSync(from, 'utf8')) });
  return backUpDatabases({ environment, to, keys, say: (line) => process.stdout.write(`${line}\n`) });
}
