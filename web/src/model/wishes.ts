import type { DesignBrief } from '../api/wire';

/** Reads fields of a design brief; which fields there are, the server says. */
export function readWishes(text: string): {
  readonly brief: DesignBrief;
  readonly wrong: string | undefined;
} {
  if (text.trim() === '') return { brief: {}, wrong: undefined };
  try {
    const tree: unknown = JSON.parse(text);
    if (typeof tree === 'object' && tree !== null && !Array.isArray(tree)) {
      return { brief: tree as DesignBrief, wrong: undefined };
    }
  } catch (failure) {
    return { brief: {}, wrong: `This is no JSON: ${(failure as Error).message}` };
  }
  return { brief: {}, wrong: 'Write the fields in braces: { "together": … }.' };
}

/**
 * The form's wishes with those written down, which come before them. Where these change today's
 * territories or ask how many there should be, the form's number of them is not meant; nor are the
 * hours in common, where nobody knows yet where the people of new ones live.
 */
export function joined(form: DesignBrief, written: DesignBrief): DesignBrief {
  if (written.bestNumber !== undefined) {
    const { territories, disruptionWeight, budgets, beginFromToday, neverWorse, then, ...rest } =
      form;
    return { ...rest, ...written };
  }
  if (written.change !== undefined) {
    const { territories, neverWorse, then, ...rest } = form;
    const isNobodyNew = written.change.add === undefined && then !== undefined;
    return { ...rest, ...(isNobodyNew ? { then } : {}), ...written };
  }
  return { ...form, ...written };
}

/**
 * A brief with more units locked than it locks itself. One whose own locks are no list stays as it
 * is: the server says what is wrong with them.
 */
export function lockedToo(brief: DesignBrief, units: readonly string[]): DesignBrief {
  const own: unknown = brief.locked ?? [];
  if (!Array.isArray(own)) return brief;
  const named = new Set(own.map((one) => one?.unit ?? one));
  return { ...brief, locked: [...units.filter((unit) => !named.has(unit)), ...own] };
}
