/** A sentence of the server's: what stands in backticks is a value, and is set as one. */
export function Sentence({ text }: { readonly text: string }) {
  let at = 0;
  return text.split('`').map((part, position) => {
    const key = at; // the same value may stand twice, but not in the same place
    at += part.length + 1;
    return position % 2 === 1 ? <code key={key}>{part}</code> : part;
  });
}
