import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client';
import type { Health } from '../api/wire';

const ASK_EVERY_MS = 15_000;
const ASK_AGAIN_MS = 2_000;

/** Tells when the server cannot be reached, and goes away by itself when it is back. */
export function Connection() {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => read<Health>('/health'),
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? ASK_AGAIN_MS : ASK_EVERY_MS),
  });
  if (!health.error) return null;
  return (
    <div className="connection" role="alert">
      The connection to the server is lost. What you see stays; trying again.
    </div>
  );
}
