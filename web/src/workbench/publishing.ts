import type { PublicationDryRun } from '../api/wire';

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

/** Accepted or refused, what was shown is out of date: more may be doubtful by now. */
export function acceptShown(
  accepting: { mutate(seen: PublicationDryRun, then: Pick<Then, 'onSettled'>): void },
  seen: PublicationDryRun,
  showAgain: (day: string) => void,
): void {
  accepting.mutate(seen, { onSettled: () => showAgain(seen.effectiveFrom) });
}
