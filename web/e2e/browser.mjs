// Finds the system's Chromium and opens it the way a machine without a screen needs it.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export async function openBrowser() {
  const found = spawnSync('sh', [join(root, '.build', 'chromium.sh')], { encoding: 'utf8' });
  if (found.status !== 0) throw new Error(found.stderr.trim());
  return chromium.launch({
    executablePath: found.stdout.trim(),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
    ],
  });
}
