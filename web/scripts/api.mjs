// Writes src/api/schema.d.ts from the server's OpenAPI document, so that the types always follow it.
import { writeFileSync } from 'node:fs';
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

const types = await openapiTS(pathToFileURL(source), {
  immutable: true,
  alphabetize: true,
  defaultNonNullable: false,
});
writeFileSync(join(web, 'src', 'api', 'schema.d.ts'), astToString(types));
