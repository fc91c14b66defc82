import type { QueryClient } from '@tanstack/react-query';
import type { QualityLimitsView, QualityView } from '../api/wire';

/** What of the changed limits is not saved yet when others were sent: what was typed meanwhile. */
export function changedSince(
  changed: Partial<QualityLimitsView>,
  sent: QualityLimitsView,
): Partial<QualityLimitsView> {
  return Object.fromEntries(
    Object.entries(changed).filter(
      ([limit, value]) => value !== sent[limit as keyof QualityLimitsView],
    ),
  );
}

/** Every report shows the saved limits at once; what they make doubtful is asked for after. */
export function showLimits(client: QueryClient, saved: QualityLimitsView): void {
  client.setQueriesData<QualityView>(
    { queryKey: ['quality'] },
    (report) => report && { ...report, limits: saved },
  );
}
