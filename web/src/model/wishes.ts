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
