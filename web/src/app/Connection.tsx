import { useQuery } from '@tanstack/react-query';
import { HEALTH_KEY, readHealth } from '../api/recovery';

const ASK_EVERY_MS = 15_000;
const ASK_AGAIN_MS = 2_000;

/** Whether the server cannot be reached now. */
export function useConnectionLost(): boolean {
  const health = useQuery({
    queryKey: HEALTH_KEY,
    queryFn: readHealth,
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? ASK_AGAIN_MS : ASK_EVERY_MS),
  });
  return health.error !== null;
}

/** Tells when the server cannot be reached, and goes away by itself when it is back. */
export function Connection() {
  if (!useConnectionLost()) return null;
  return (
    <div className="connection" role="alert">
      The connection to the server is lost. What you see stays; trying again.
    </div>
  );
}
