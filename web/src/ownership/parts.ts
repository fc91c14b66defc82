/** The parts of the page of ownership, by the word that stands in the address; the first opens. */
export const PARTS = [
  { part: 'exceptions', label: 'Exceptions' },
  { part: 'opportunities', label: 'Opportunities' },
  { part: 'publications', label: 'Publications' },
  { part: 'limits', label: 'Limits' },
] as const;
export type OwnershipPart = (typeof PARTS)[number]['part'];

/** The part that an address opens. */
export function partOf(open: string | undefined): OwnershipPart {
  return PARTS.find(({ part }) => part === open)?.part ?? PARTS[0].part;
}
