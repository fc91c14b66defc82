import type { ImportChanges } from '../api/wire';
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
