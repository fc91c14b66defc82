// Writes src/api/schema.d.ts from the server's OpenAPI document. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(
  web,
  '..',
  'server',
  'src',
  'main',
  'resources',
  'openapi',
  'bailiwick-v1.json',
);
const target = join(web, 'src', 'api', 'schema.d.ts');

const types =
  "// Generated from the server's OpenAPI document by `npm run api`. Do not edit.\n" +
  astToString(await openapiTS(pathToFileURL(source), { immutable: true, alphabetize: true }));

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== types) {
    console.error(
      "src/api/schema.d.ts does not follow the server's OpenAPI document: run `npm run api`.",
    );
    process.exit(1);
  }
} else {
  writeFileSync(target, types);
}
