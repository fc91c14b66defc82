import { queryOptions } from '@tanstack/react-query';
import { checkImport, type ImportChoices, type ImportKind } from '../api/resources';

/** What is in a file. What becomes of its rows changes nothing of it, so the file is not sent again. */
export function checkQuery(
  kind: ImportKind,
  file: File,
  { partOnly: _part, mergeProspects: _merge, ...reading }: ImportChoices,
) {
  return queryOptions({
    queryKey: ['import-check', kind, file.name, file.lastModified, reading],
    queryFn: () => checkImport(kind, file, reading),
    retry: false,
    gcTime: 0,
  });
}
