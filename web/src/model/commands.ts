/** Something the palette can find. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, shown beside it. */
  readonly kind: string;
  readonly run: () => void;
}

/**
 * The commands that fit what was typed, best first: those that start with it, then those with a
 * word that starts with it, then those that hold it anywhere. All words typed must occur.
 */
export function matching(
  commands: readonly Command[],
  typed: string,
  most: number,
): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.slice(0, most);
  return commands
    .map((command, position) => ({ command, position, rank: rankOf(command.label, words) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.position - b.position)
    .slice(0, most)
    .map(({ command }) => command);
}

function rankOf(label: string, words: readonly string[]): number | undefined {
  const text = label.toLowerCase();
  if (!words.every((word) => text.includes(word))) return undefined;
  const [first = ''] = words;
  if (text.startsWith(first)) return 0;
  return text.includes(` ${first}`) ? 1 : 2;
}
