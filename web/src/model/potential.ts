import type { AccountPotentialView, PotentialModel, PotentialSegment } from '../api/wire';

/** A coefficient of a segment: where it stands in the model, and how people call and write it. */
export interface Coefficient {
  readonly path: string;
  readonly label: string;
  readonly unit: 'count' | 'money' | 'percent' | 'hours' | 'factor';
  /** A limit may be left open. */
  readonly optional?: true;
}

export const CONDITIONS: readonly Coefficient[] = [
  { path: 'employeesFrom', label: 'Employees from', unit: 'count', optional: true },
  { path: 'employeesBelow', label: 'Employees below', unit: 'count', optional: true },
  { path: 'revenueFrom', label: 'Revenue from', unit: 'money', optional: true },
  { path: 'revenueBelow', label: 'Revenue below', unit: 'money', optional: true },
];

export const SPEND: readonly Coefficient[] = [
  { path: 'spend/perAccount', label: 'Spend per account', unit: 'money' },
  { path: 'spend/perEmployee', label: 'Spend per employee', unit: 'money' },
  { path: 'spend/shareOfRevenue', label: 'Spend, share of revenue', unit: 'percent' },
  { path: 'growth', label: 'Growth of sales', unit: 'percent' },
];

export const SERVICE: readonly Coefficient[] = [
  { path: 'service/visits', label: 'Visits a year', unit: 'count' },
  { path: 'service/hoursPerVisit', label: 'Hours a visit', unit: 'hours' },
  { path: 'service/calls', label: 'Calls a year', unit: 'count' },
  { path: 'service/hoursPerCall', label: 'Hours a call', unit: 'hours' },
  { path: 'service/complexity', label: 'Complexity, 1 is plain', unit: 'factor' },
];

/** Lists of words that an account may have one of. */
export const WORDS = [
  { path: 'industries', label: 'Industries (NAICS)' },
  { path: 'labels', label: 'Segment column' },
] as const;

export const BUYING_STAGES = ['customer', 'in-talks', 'prospect'] as const;

type Tree = Readonly<Record<string, unknown>>;

/** The value at a path such as `spend/perAccount`. */
export function valueAt(segment: PotentialSegment, path: string): number | undefined {
  let at: unknown = segment;
  for (const step of path.split('/')) at = (at as Tree | undefined)?.[step];
  return typeof at === 'number' ? at : undefined;
}

/** A copy with another value at a path; undefined takes it away. */
export function withValue(
  model: PotentialModel,
  number: number,
  path: string,
  value: unknown,
): PotentialModel {
  const segments = model.segments.map((segment, k) =>
    k === number ? (put(segment as unknown as Tree, path.split('/'), value) as never) : segment,
  );
  return { ...model, segments };
}

function put(tree: Tree, path: readonly string[], value: unknown): Tree {
  const [step = '', ...rest] = path;
  if (rest.length > 0) return { ...tree, [step]: put((tree[step] ?? {}) as Tree, rest, value) };
  const { [step]: _, ...others } = tree;
  return value === undefined ? others : { ...others, [step]: value };
}

/** Percent that people read and write, without what binary fractions add. */
export function percentOf(ratio: number): number {
  return Math.round(ratio * 1e10) / 1e8;
}

export function ratioOf(percent: number): number {
  return Math.round(percent * 1e8) / 1e10;
}

/** The words between commas. */
export function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A new segment before the last, which takes all that are left; it begins with what that has. */
export function withNewSegment(model: PotentialModel): PotentialModel {
  const last = model.segments.at(-1);
  if (!last) return model;
  const taken = new Set(model.segments.map(({ name }) => name));
  let number = model.segments.length;
  while (taken.has(`segment ${number}`)) number++;
  const fresh: PotentialSegment = { ...last, name: `segment ${number}`, employeesFrom: 1 };
  return { ...model, segments: [...model.segments.slice(0, -1), fresh, last] };
}

export function withoutSegment(model: PotentialModel, number: number): PotentialModel {
  return { ...model, segments: model.segments.filter((_, k) => k !== number) };
}

/** A segment changes places with the one before it; the last, which takes the rest, stays last. */
export function withSegmentEarlier(model: PotentialModel, number: number): PotentialModel {
  const before = model.segments[number - 1];
  const it = model.segments[number];
  if (!before || !it || number === model.segments.length - 1) return model;
  const segments = [...model.segments];
  segments[number - 1] = it;
  segments[number] = before;
  return { ...model, segments };
}

/** A copy in which a stage of open deals counts by a share; undefined by the segment's rate. */
export function withStage(
  model: PotentialModel,
  stage: string,
  share: number | undefined,
): PotentialModel {
  const same = (other: string) => other.toLowerCase() === stage.toLowerCase();
  const others = Object.entries(model.stages).filter(([name]) => !same(name));
  const named = Object.keys(model.stages).find(same) ?? stage;
  const stages = share === undefined ? others : [...others, [named, share] as const];
  return { ...model, stages: Object.fromEntries(stages) };
}

/** Stages of the model and of the deals, each once whatever its case. */
export function stagesOf(model: PotentialModel, seen: readonly string[]): string[] {
  const named = Object.keys(model.stages);
  const known = new Set(named.map((stage) => stage.toLowerCase()));
  return [...named, ...seen.filter((stage) => !known.has(stage.toLowerCase()))];
}

export function shareOfStage(model: PotentialModel, stage: string): number | undefined {
  const found = Object.entries(model.stages).find(
    ([name]) => name.toLowerCase() === stage.toLowerCase(),
  );
  return found?.[1];
}

/** Whether two models say the same, whatever the order of their fields. */
export function sameModel(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => sameModel((one as Tree)[field], (other as Tree)[field]))
  );
}

/** A model that somebody changed, and the stored version that the change began from. */
export interface PotentialDraft {
  readonly version: number;
  readonly model: PotentialModel;
}

/** What the screen shows: what is stored, a draft of it, or what overtook a draft kept aside. */
export type ShownModel =
  | { readonly kind: 'stored'; readonly model: PotentialModel }
  | { readonly kind: 'draft'; readonly model: PotentialModel }
  | { readonly kind: 'overtaken'; readonly model: PotentialModel; readonly mine: PotentialModel };

/** A draft stands only on the version that it began from: a newer one is seen before it is replaced. */
export function shownModel(stored: PotentialDraft, draft: PotentialDraft | null): ShownModel {
  if (!draft || sameModel(draft.model, stored.model)) return { kind: 'stored', ...only(stored) };
  if (draft.version === stored.version) return { kind: 'draft', ...only(draft) };
  return { kind: 'overtaken', ...only(stored), mine: draft.model };
}

function only({ model }: PotentialDraft): { readonly model: PotentialModel } {
  return { model };
}

/** The draft that a changed model is; none when it says what is stored, as nothing is left to save. */
export function draftOf(stored: PotentialDraft, model: PotentialModel): PotentialDraft | null {
  return sameModel(model, stored.model) ? null : { version: stored.version, model };
}

/** What is left of a draft when a model was saved: what was typed since goes on from there. */
export function draftAfterSave(
  draft: PotentialDraft | null,
  sent: PotentialModel,
  saved: number,
): PotentialDraft | null {
  return draft && !sameModel(draft.model, sent) ? { version: saved, model: draft.model } : null;
}

/** What is wrong, as it stands beside the field: that tells value and place itself. */
export function besideField(sentence: string): string {
  return sentence.replace(/^The value `.*?` of `.*?` is /, 'It is ');
}

/** The same where people write a percentage for a share. */
export function inPercent(sentence: string): string {
  return sentence.replace(
    /a number from (-?[\d.]+) to (-?[\d.]*\d)/,
    (_, least: string, most: string) => `from ${100 * Number(least)} % to ${100 * Number(most)} %`,
  );
}

export interface TermLine {
  readonly label: string;
  readonly amount: number;
}

/** The terms that add up to an account's potential, in hundredths so that they add up exactly. */
export function moneyTerms({ terms }: AccountPotentialView): readonly TermLine[] {
  if (!terms) return [];
  return [
    { label: 'Spend × rate', amount: Number(terms.conversion.amount) },
    { label: 'Open deals', amount: Number(terms.openDeals.amount) },
    { label: 'Growth', amount: Number(terms.growth.amount) },
  ];
}
