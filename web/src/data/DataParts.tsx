import { SegmentedControl } from '@mantine/core';
import { useView } from '../app/useView';

/** The parts of the page of data, by the word that stands in the address. */
const PARTS = [
  { part: 'files', label: 'Bring data' },
  { part: 'duplicates', label: 'Duplicates' },
  { part: 'potential', label: 'Potential' },
  { part: 'quality', label: 'Quality' },
  { part: 'market', label: 'Market' },
  { part: 'connections', label: 'Connections' },
] as const;
export type DataPart = (typeof PARTS)[number]['part'];

/** The part that an address opens. */
export function partOf(open: string | undefined): DataPart {
  return PARTS.find(({ part }) => part === open)?.part ?? 'files';
}

/** Leads from one part of the page of data to another. */
export function DataParts() {
  const { view, change } = useView();
  return (
    <SegmentedControl
      mb="lg"
      aria-label="Parts of the data"
      value={partOf(view.open)}
      onChange={(part) => change({ open: part === 'files' ? undefined : part }, true)}
      data={PARTS.map(({ part, label }) => ({ value: part, label }))}
    />
  );
}
