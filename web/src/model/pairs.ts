import type { PairSide, PairView } from '../api/wire';
import type { Formats } from './format';

/** One line of two accounts side by side. */
export interface SideRow {
  readonly label: string;
  readonly first: string;
  readonly second: string;
  /** Both are known and say something else. */
  readonly differs: boolean;
}

/** Two accounts line by line; what neither has is left out. */
export function sideBySide(pair: PairView, formats: Formats): readonly SideRow[] {
  const lines: readonly (readonly [string, (side: PairSide) => string])[] = [
    ['Name', ({ name }) => name],
    ['Website', ({ website }) => website],
    ['Telephone', ({ phone }) => phone],
    ['Street', ({ address }) => address.street ?? ''],
    ['Town', ({ address }) => [address.postcode, address.city].filter(Boolean).join(' ')],
    ['Region', ({ address }) => [address.region, address.country].filter(Boolean).join(', ')],
    ['Belongs to', ({ parent }) => parent],
    ['Industry', ({ industry }) => industry],
    ['Employees', ({ employees }) => (employees == null ? '' : formats.count(employees))],
    ['Segment', ({ segment }) => segment],
    ['Owner', ({ owner }) => (owner ? (owner.representativeName ?? owner.territoryName) : '')],
    ['Potential a year', ({ potential }) => amount(potential, formats)],
    ['Sales of twelve months', ({ sales }) => amount(sales, formats)],
    ['Open pipeline', ({ pipeline }) => amount(pipeline, formats)],
    ['Revenue booked', ({ revenue }) => amount(revenue, formats)],
    ['Deals', ({ deals }) => (deals === 0 ? '' : formats.count(deals))],
    ['Contacts', ({ contacts }) => (contacts === 0 ? '' : formats.count(contacts))],
    ['Id', ({ externalId, source }) => `${externalId} (${source})`],
    ['Came in', ({ createdAt }) => formats.day(createdAt)],
  ];
  return lines
    .map(([label, of]) => {
      const first = of(pair.first);
      const second = of(pair.second);
      return { label, first, second, differs: first !== '' && second !== '' && first !== second };
    })
    .filter(({ first, second }) => first !== '' || second !== '');
}

function amount(value: number, formats: Formats): string {
  return value === 0 ? '' : formats.moneyExact(value);
}

/** What a key does on the screen of pairs. */
export type PairAction = 'next' | 'previous' | 'first' | 'second' | 'merge' | 'dismiss' | 'undo';

const KEYS: Readonly<Record<string, PairAction>> = {
  ArrowDown: 'next',
  j: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  '1': 'first',
  ArrowLeft: 'first',
  '2': 'second',
  ArrowRight: 'second',
  Enter: 'merge',
  x: 'dismiss',
  u: 'undo',
};

export function actionOf(key: string): PairAction | undefined {
  return KEYS[key];
}

/** What has the focus when a key is pressed. */
export type Focus = 'page' | 'button' | 'typing' | 'radio elsewhere';

export interface Press {
  readonly key: string;
  /** The key is held, and the keyboard says it again. */
  readonly repeat: boolean;
  readonly focus: Focus;
}

const DECISIONS: readonly PairAction[] = ['merge', 'dismiss', 'undo'];

/** What a press does here; `held` is a decision that a held key would take again, so nobody does. */
export function answerTo({ key, repeat, focus }: Press): PairAction | 'held' | undefined {
  const action = actionOf(key);
  if (!action || focus === 'typing') return undefined;
  if (repeat && DECISIONS.includes(action)) return 'held';
  if (focus === 'button' && key === 'Enter') return undefined;
  return focus === 'radio elsewhere' && key.startsWith('Arrow') ? undefined : action;
}

/** How sure a score is, in words. */
export function likely(score: number): string {
  if (score >= 0.9) return 'nearly certain';
  return score >= 0.7 ? 'likely' : 'possible';
}
