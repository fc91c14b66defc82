import type { FindingList } from '../api/wire';
import { counted, type Formats } from './format';

/** The kinds of doubt in words, in the order told of. */
const WORDS: Readonly<Record<string, string>> = {
  place_missing: 'No place',
  place_repaired: 'Repaired place',
  place_coarse: 'Coarse place',
  industry_unknown: 'Unknown industry',
  size_unknown: 'Unknown size',
  duplicate: 'Possible duplicate',
  owner_left: 'Owner left',
  owner_unknown: 'Owner unknown',
  owner_missing: 'No owner',
  out_of_range: 'Value out of range',
  amount_imputed: 'Imputed amount',
  stale: 'Stale row',
  inactive: 'No activity',
};

export const DOUBTS: readonly string[] = Object.keys(WORDS);

/** A kind of doubt for people. */
export function doubtWords(doubt: string): string {
  return WORDS[doubt] ?? doubt;
}

interface Limits {
  readonly low: number;
  readonly high: number;
  readonly low90: number;
  readonly high90: number;
}

/** "between ±4.0 % and ±11.0 % given the data"; nothing where the data leaves no other figure. */
export function givenTheData(limits: Limits, percent: (ratio: number) => string): string {
  if (limits.high - limits.low < 5e-5) return '';
  return `between ±${percent(limits.low90)} and ±${percent(limits.high90)} given the data`;
}

/** How many findings a list leaves out, and where they are; the largest potential comes first. */
export function leftSentence(formats: Formats, { items, total }: FindingList): string {
  return `The ${formats.count(items.length)} of the largest potential are shown, of ${counted(formats, total, 'finding')}; the CSV file holds all.`;
}
