/**
 * Many short texts laid end to end: one large text changes threads at once, where as many small ones
 * would be copied one by one.
 */
export interface Texts {
  readonly joined: string;
  /** [text] -> its first character; one entry more than there are texts. */
  readonly starts: Uint32Array;
}

export function packTexts(texts: readonly string[]): Texts {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, number) => {
    starts[number + 1] = (starts[number] ?? 0) + text.length;
  });
  return { joined: texts.join(''), starts };
}

/** The text of a number; empty beyond the last. */
export function textAt({ joined, starts }: Texts, number: number): string {
  return joined.slice(starts[number] ?? joined.length, starts[number + 1] ?? joined.length);
}
