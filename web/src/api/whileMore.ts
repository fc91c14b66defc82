import { hashKey, type QueryKey } from '@tanstack/react-query';

/**
 * The rows that stand in for those of a key until they come. The last part of the key is how many
 * are asked for: fewer of the same list stay in sight, but those of another list never stand for it.
 */
export function whileMore(key: QueryKey) {
  return <Rows>(
    before: Rows | undefined,
    query: { readonly queryKey: QueryKey } | undefined,
  ): Rows | undefined => (query && listOf(query.queryKey) === listOf(key) ? before : undefined);
}

function listOf(key: QueryKey): string {
  return hashKey(key.slice(0, -1));
}
