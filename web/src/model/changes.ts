import type { ImportChanges, ImportReport } from '../api/wire';
import { counted, type Formats } from './format';

/** What a file adds, changes and leaves, in one sentence; parts without rows are left out. */
export function changesSentence(
  formats: Formats,
  { inserted, changed, unchanged, disappeared }: ImportChanges,
  loaded: boolean,
): string {
  const part = (rows: number, will: string, did: string) =>
    rows > 0 ? [`${counted(formats, rows, 'row')} ${loaded ? did : will}`] : [];
  const parts = [
    ...part(inserted, 'to add', 'added'),
    ...part(changed, 'to change', 'changed'),
    ...part(unchanged, 'to leave as they are', 'left as they were'),
    ...part(disappeared, 'not in the file any more, to keep', 'not in the file any more, kept'),
  ];
  return parts.length === 0 ? 'Nothing.' : `${parts.join('; ')}.`;
}

/** Which rows a file of figures takes the place of; the first of its kind takes none. */
export function replacedSentence(
  formats: Formats,
  { accepted, replaces }: Pick<ImportReport, 'accepted' | 'replaces'>,
  loaded: boolean,
): string {
  const rows = counted(formats, accepted, 'row');
  if (!replaces) {
    return `${rows} ${loaded ? 'came' : 'to add'}; nothing ${loaded ? 'was' : 'is'} replaced, for it is the first file of its kind.`;
  }
  return `${rows} ${loaded ? 'took' : 'will take'} the place of the ${formats.count(replaces.rows)} of \`${replaces.file}\`, loaded ${formats.moment(replaces.loadedAt)} by ${replaces.loadedBy}.`;
}
