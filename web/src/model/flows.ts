import type { Comparison } from '../api/wire';
import { type Figures, NO_FIGURES, plus } from './alignment';

/** What one territory gets and gives when two scenarios are compared. */
export interface Turnover {
  readonly code: string;
  readonly gained: Figures;
  readonly lost: Figures;
}

/** Of each territory that gets or gives something, the most potential in motion first. */
export function turnoverOf(flows: Comparison['flows']): readonly Turnover[] {
  const turnover = new Map<string, Turnover>();
  const of = (code: string) => turnover.get(code) ?? { code, gained: NO_FIGURES, lost: NO_FIGURES };
  for (const { from, to, moved } of flows) {
    if (from) turnover.set(from, { ...of(from), lost: plus(of(from).lost, moved) });
    if (to) turnover.set(to, { ...of(to), gained: plus(of(to).gained, moved) });
  }
  const motion = ({ gained, lost }: Turnover) => gained.potential + lost.potential;
  return [...turnover.values()].sort((a, b) => motion(b) - motion(a));
}
