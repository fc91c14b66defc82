// Writes target/classes/static/licenses.txt: the licence text of every library that the workbench is
// built from, for minifying drops the notices that most licences ask to keep. Fails when a library
// has no text, or a licence that nobody has looked at yet.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(web, 'target', 'classes', 'static', 'licenses.txt');

// Each goes together with Apache-2.0; of a choice, one must.
const FITTING = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1'];

// Comes without a text; the other is by the same author under the same licence.
const TEXT_OF_ANOTHER = { 'react-remove-scroll-bar': 'react-remove-scroll' };

const { packages } = JSON.parse(readFileSync(join(web, 'package-lock.json'), 'utf8'));
const faults = [];
const entries = Object.entries(packages)
  .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
  .map(([path, { version, license = '' }]) => entry(path, version, license));

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
writeFileSync(target, entries.join(`\n${'-'.repeat(80)}\n\n`));

function entry(path, version, license) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const choices = license.replaceAll(/[()]/g, '').split(' OR ');
  if (!choices.some((choice) => FITTING.includes(choice))) {
    faults.push(`${name} has the licence "${license}": look whether it fits Apache-2.0.`);
  }
  return `${name} ${version}, ${license}\n\n${textOf(path, name).trim()}\n`;
}

function textOf(path, name) {
  const folder = join(web, path);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const file = files.find((each) => /^(licen[cs]e|copying)/i.test(each));
  if (file) return readFileSync(join(folder, file), 'utf8');
  const other = TEXT_OF_ANOTHER[name];
  if (other) return textOf(path.replace(name, other), other);
  const readme = files.includes('README.md') ? readFileSync(join(folder, 'README.md'), 'utf8') : '';
  const section = /^#+ licen[cs]e[\s\S]*copyright[\s\S]*/im.exec(readme);
  if (section) return section[0];
  faults.push(`${name} has no text of its licence.`);
  return '';
}
