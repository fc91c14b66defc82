// Holds the promise of a quick first screen: all JavaScript together, compressed, stays under the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT_BYTES = 1_200_000;
const assets = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  'target',
  'classes',
  'static',
  'assets',
);

const sizes = readdirSync(assets)
  .filter((name) => name.endsWith('.js') || name.endsWith('.mjs'))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(join(assets, name))).length }))
  .sort((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

if (total > LIMIT_BYTES) {
  for (const { name, bytes } of sizes) console.error(`${String(bytes).padStart(9)}  ${name}`);
  console.error(
    `The workbench ships ${total} bytes of compressed JavaScript; the limit is ${LIMIT_BYTES}.`,
  );
  process.exit(1);
}
console.log(
  `JavaScript shipped: ${Math.round(total / 1000)} kB compressed, limit ${LIMIT_BYTES / 1000} kB.`,
);
