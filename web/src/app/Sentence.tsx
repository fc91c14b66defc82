/** A sentence of the server's: what stands in backticks is a value, and is set as one. */
export function Sentence({ text }: { readonly text: string }) {
  return text
    .split('`')
    .map((part, position) => (position % 2 === 1 ? <code key={part}>{part}</code> : part));
}
