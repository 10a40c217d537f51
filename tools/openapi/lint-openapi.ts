// Lints every committed OpenAPI document, and all of them as one, by the rules of redocly.yaml.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { committedDocuments, wholeDocument } from './whole-document.js';

const folder = mkdtempSync(join(tmpdir(), 'sanxian-openapi-'));
try {
  const whole = join(folder, 'whole.json');
  writeFileSync(whole, JSON.stringify(wholeDocument(), null, 2));
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', ...Object.keys(committedDocuments()), whole, '--format=stylish'],
    {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      stdio: 'inherit',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
