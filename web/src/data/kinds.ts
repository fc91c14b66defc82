import { IMPORT_KINDS, type ImportKind } from '../api/resources';

/** What a file of each kind brings, and what of it is enough. */
export const WHAT_IS_ENOUGH: Readonly<Record<ImportKind, string>> = {
  accounts: 'A name and a postcode are enough. Columns are recognised by their headers.',
  representatives: 'A name is enough; home, skills and dates are read when they are there.',
  opportunities:
    'Deals with their account, amount and stage: pipeline and win rate come from them.',
  activities: 'Calls, visits and mails with their account and day: coverage comes from them.',
  revenue: 'What each account bought, and when: attainment comes from it.',
  quotas: 'What each representative or territory is asked to bring, and for which period.',
  prospects: 'Accounts that are no customers yet; those that are customers already are left out.',
  contacts: 'People at accounts, with the account they belong to.',
  sites: 'Places of accounts, several to each; a postcode or coordinates put them on the map.',
  territories: 'Territories of another system: a code is enough, name and parent are read.',
  assignments: 'Who had which account, postcode or territory, from which day until which.',
  products: 'What is sold; opportunities find their product by id or name.',
  time: 'Hours that people worked: person, day, hours and what they went to.',
  market: 'Establishments, employees, households or spend of postcodes, counties or states.',
};

const GROUPS: ReadonlyArray<{
  readonly group: string;
  readonly kinds: readonly ImportKind[];
}> = [
  { group: 'Customers', kinds: ['accounts', 'prospects', 'contacts', 'sites'] },
  { group: 'People and territories', kinds: ['representatives', 'territories', 'assignments'] },
  {
    group: 'Figures',
    kinds: ['opportunities', 'products', 'activities', 'revenue', 'quotas', 'time'],
  },
  { group: 'Market', kinds: ['market'] },
];

const LABELS: Readonly<Partial<Record<ImportKind, string>>> = {
  time: 'Working time',
  market: 'Market figures',
};

/** A kind as people call it. */
export const labelOf = (kind: ImportKind) =>
  LABELS[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);

/** The kinds in groups, as a select box takes them. */
export const KIND_CHOICES = GROUPS.map(({ group, kinds }) => ({
  group,
  items: kinds.map((value) => ({ value, label: labelOf(value) })),
}));

/** The kind of a word; undefined when it is none. */
export const findKind = (word: string | null): ImportKind | undefined =>
  IMPORT_KINDS.find((kind) => kind === word);
