// node run.mjs BASE_URL USER PASSWORD OUT_DIR [TEST]: drives a real browser against a running server.
// The server holds the demo company (a small one will do); the database is changed by the test.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [base, user, password, out, name = 'planner'] = process.argv.slice(2);
if (!out) {
  console.error('usage: node run.mjs BASE_URL USER PASSWORD OUT_DIR [TEST]');
  process.exit(64);
}
mkdirSync(out, { recursive: true });
const here = dirname(fileURLToPath(import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', join(here, `${name}.test.mjs`)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      BAILIWICK_URL: base.replace(/\/$/, ''),
      BAILIWICK_USER: user,
      BAILIWICK_PASSWORD: password,
      BAILIWICK_SCREENSHOTS: resolve(out),
    },
  },
);
process.exit(status ?? 1);
