import type { GapWaiver, PublicationDryRun } from '../api/wire';

/** A mutation as far as it asks: what was to be done with an answer is dropped when it is reset. */
export interface Asks<Question> {
  mutate(question: Question, then: Then): void;
}

interface Then {
  readonly onSuccess?: (run: PublicationDryRun) => void;
  readonly onError?: () => void;
  readonly onSettled?: () => void;
}

/** Asks what a publication would change. A form changed meanwhile asks something else: no answer is shown. */
export function showChanges(
  trying: Asks<string>,
  day: string,
  show: (run: PublicationDryRun | undefined) => void,
): void {
  trying.mutate(day, { onSuccess: (run) => show(run), onError: () => show(undefined) });
}

/** Whether something stands in the way; a gap does not where somebody says why it may be. */
export function isBlocked(run: PublicationDryRun, waived: string): boolean {
  return run.problems.some(
    ({ severity, code }) =>
      severity === 'ERROR' && (code !== 'PUBLICATION_GAP' || waived.trim() === ''),
  );
}

/** The waiver of a gap as it was shown, null where everything is owned. */
export function waiverOf(run: PublicationDryRun, waived: string): GapWaiver | null {
  return run.unownedPostcodes === 0
    ? null
    : { postcodes: run.unownedPostcodes, reason: waived.trim() };
}

/** Accepted or refused, what was shown is out of date: more may be doubtful by now. */
export function acceptShown(
  accepting: { mutate(seen: PublicationDryRun, then: Pick<Then, 'onSettled'>): void },
  seen: PublicationDryRun,
  showAgain: (day: string) => void,
): void {
  accepting.mutate(seen, { onSettled: () => showAgain(seen.effectiveFrom) });
}
