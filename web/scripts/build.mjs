// Builds the workbench into target/classes/static. `gate` also checks types, lint and tests.
// Does nothing when neither the sources nor the server's OpenAPI document changed since last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const mode = process.argv[2] === 'gate' ? 'gate' : 'quick';
const stamp = join(web, 'target', 'built');
const openApi = join(web, '../server/src/main/resources/openapi/bailiwick-v1.json');
const sources = ['src', 'public', 'scripts', 'e2e', 'index.html', 'package.json'];
const settings = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'biome.json'];

const wanted = fingerprint(
  [...sources, ...settings].map((name) => join(web, name)),
  openApi,
);
const built = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
const isBuilt = existsSync(join(web, 'target', 'classes', 'static', 'index.html'));
if (isBuilt && built[0] === wanted && (mode === 'quick' || built[1] === 'gate')) {
  console.log('The workbench is up to date.');
} else {
  run('scripts/install.mjs');
  if (mode === 'gate') {
    run('scripts/api.mjs');
    run('node_modules/typescript/bin/tsc', '--noEmit');
    run('node_modules/@biomejs/biome/bin/biome', 'check', '.');
    run('node_modules/vitest/vitest.mjs', 'run', '--reporter=dot');
  }
  run('node_modules/vite/bin/vite.js', 'build', '--logLevel=warn');
  run('scripts/licenses.mjs');
  run('scripts/budget.mjs');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${wanted} ${mode}`);
}

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { cwd: web, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function fingerprint(roots, ...files) {
  const hash = createHash('sha256');
  for (const file of [...roots.flatMap(filesUnder), ...files].sort()) {
    if (file.endsWith('schema.d.ts')) continue;
    hash.update(file.slice(web.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}
