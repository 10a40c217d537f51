/** `npm run backup -- --to FOLDER [--from FOLDER] [--keys]`: the data folder of SANXIAN_DATA_DIR unless told. */
import { parseArgs } from 'node:util';
import { explainFailure } from '@sanxian/shared/process';
import { backUp } from './back-up.js';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: process.env['SANXIAN_DATA_DIR'] || '.sanxian' },
    to: { type: 'string' },
    keys: { type: 'boolean', default: false },
  },
});
if (values.to === undefined) {
  process.stderr.write('npm run backup -- --to FOLDER [--from FOLDER] [--keys]\n');
  process.exit(64);
}
try {
  const { standstillMilliseconds } = await backUp({ ...values, to: values.to });
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
