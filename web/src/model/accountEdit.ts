import type { AccountChange, AccountView } from '../api/wire';

/** An own field while it is typed; blank means that its value is not known. */
export interface FieldDraft {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** What of an account people change here. */
export interface AccountDraft {
  readonly industry: string;
  readonly employees: number | '';
  readonly segment: string;
  readonly product: string;
  readonly tags: readonly string[];
  readonly fields: readonly FieldDraft[];
}

export function draftOf(account: AccountView): AccountDraft {
  return {
    industry: account.industry,
    employees: account.employees ?? '',
    segment: account.segment,
    product: account.product,
    tags: account.tags,
    fields: Object.entries(account.fields).map(([name, value]) => ({ key: name, name, value })),
  };
}

const NOTHING: AccountChange = {
  name: null,
  address: null,
  point: null,
  industry: null,
  employees: null,
  annualRevenue: null,
  segment: null,
  product: null,
  tags: null,
  fields: null,
  potential: null,
  workload: null,
  sales: null,
  pipeline: null,
  website: null,
  phone: null,
  parent: null,
};

/** The parts that differ, as the server takes them; undefined when none does. */
export function changeOf(account: AccountView, draft: AccountDraft): AccountChange | undefined {
  const before = draftOf(account);
  const fields = changedFields(account.fields, draft.fields);
  const parts = {
    ...(draft.industry.trim() === before.industry ? {} : { industry: draft.industry.trim() }),
    ...(draft.employees === before.employees || draft.employees === ''
      ? {}
      : { employees: draft.employees }),
    ...(draft.segment.trim() === before.segment ? {} : { segment: draft.segment.trim() }),
    ...(draft.product.trim() === before.product ? {} : { product: draft.product.trim() }),
    ...(same(draft.tags, before.tags) ? {} : { tags: [...draft.tags] }),
    ...(fields ? { fields } : {}),
  };
  return Object.keys(parts).length === 0 ? undefined : { ...NOTHING, ...parts };
}

/** A field that was taken out, or whose name was changed, is no longer known. */
function changedFields(
  before: Readonly<Record<string, string>>,
  drafts: readonly FieldDraft[],
): Record<string, string> | undefined {
  const after: Record<string, string> = {};
  const named = drafts.filter(({ name }) => name.trim() !== '');
  for (const { name, value } of named) {
    if ((before[name.trim()] ?? '') !== value.trim()) after[name.trim()] = value.trim();
  }
  for (const name of Object.keys(before)) {
    if (!named.some((draft) => draft.name.trim() === name)) after[name] = '';
  }
  return Object.keys(after).length === 0 ? undefined : after;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag) => other.includes(tag));
}
