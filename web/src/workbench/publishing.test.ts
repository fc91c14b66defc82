import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { PublicationDryRun } from '../api/wire';
import { acceptShown, isBlocked, showChanges, waiverOf } from './publishing';

const runOf = (effectiveFrom: string) => ({ effectiveFrom }) as unknown as PublicationDryRun;

/** A mutation as a screen has it; every question waits until the test answers or refuses it. */
function asking<Question, Answer>() {
  const waiting: { answer(value: Answer): void; refuse(): void }[] = [];
  const observer = new MutationObserver<Answer, Error, Question>(new QueryClient(), {
    mutationFn: () =>
      new Promise((resolve, reject) => {
        waiting.push({ answer: resolve, refuse: () => reject(new Error('refused')) });
      }),
  });
  observer.subscribe(() => {});
  return {
    mutate(question: Question, then: Parameters<typeof observer.mutate>[1]) {
      observer.mutate(question, then).catch(() => {});
    },
    reset: () => observer.reset(),
    waiting,
  };
}

/** Lets everything that waits for an answer go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what a publication changes is shown when the answer comes, and nothing when it is refused', async () => {
  const trying = asking<string, PublicationDryRun>();
  const shown: (PublicationDryRun | undefined)[] = [];
  showChanges(trying, '2027-06-01', (run) => shown.push(run));
  await settled();
  trying.waiting[0]?.answer(runOf('2027-06-01'));
  await settled();
  showChanges(trying, '2027-07-01', (run) => shown.push(run));
  await settled();
  trying.waiting[1]?.refuse();
  await settled();
  expect(shown).toEqual([runOf('2027-06-01'), undefined]);
});

test('an answer for June is not shown once the form says July', async () => {
  const trying = asking<string, PublicationDryRun>();
  const shown: (PublicationDryRun | undefined)[] = [];
  showChanges(trying, '2027-06-01', (run) => shown.push(run));
  await settled();
  trying.reset(); // as the form does when the day or the written rules change
  trying.waiting[0]?.answer(runOf('2027-06-01'));
  await settled();
  expect(shown).toEqual([]);
});

test('a refusal for June does not take away what is shown for July', async () => {
  const trying = asking<string, PublicationDryRun>();
  const shown: (PublicationDryRun | undefined)[] = [];
  showChanges(trying, '2027-06-01', (run) => shown.push(run));
  await settled();
  trying.reset();
  showChanges(trying, '2027-07-01', (run) => shown.push(run));
  await settled();
  trying.waiting[1]?.answer(runOf('2027-07-01'));
  await settled();
  trying.waiting[0]?.refuse();
  await settled();
  expect(shown).toEqual([runOf('2027-07-01')]);
});

test('what was accepted is looked at anew, accepted or refused, unless the form changed', async () => {
  const accepting = asking<PublicationDryRun, unknown>();
  const days: string[] = [];
  const accept = () =>
    acceptShown(accepting, runOf('2027-06-01'), (day) => {
      days.push(day);
    });
  accept();
  await settled();
  accepting.waiting[0]?.answer({});
  await settled();
  expect(days).toEqual(['2027-06-01']);
  accept();
  await settled();
  accepting.waiting[1]?.refuse();
  await settled();
  expect(days).toEqual(['2027-06-01', '2027-06-01']);
  accept();
  await settled();
  accepting.reset();
  accepting.waiting[2]?.answer({});
  await settled();
  expect(days).toEqual(['2027-06-01', '2027-06-01']);
});

const gapOf = (unownedPostcodes: number, ...codes: string[]) =>
  ({
    unownedPostcodes,
    problems: codes.map((code) => ({ code, severity: 'ERROR' })),
  }) as unknown as PublicationDryRun;

test('a gap blocks until somebody says why it may be, other problems block all the same', () => {
  expect(isBlocked(gapOf(3, 'PUBLICATION_GAP'), ' ')).toBe(true);
  expect(isBlocked(gapOf(3, 'PUBLICATION_GAP'), 'a partner serves them')).toBe(false);
  expect(isBlocked(gapOf(3, 'PUBLICATION_GAP', 'PUBLICATION_DATA_DOUBTFUL'), 'so')).toBe(true);
  expect(isBlocked(gapOf(0), '')).toBe(false);
});

test('a waiver says how much was seen, and is none where everything is owned', () => {
  expect(waiverOf(gapOf(3), ' partners ')).toEqual({ postcodes: 3, reason: 'partners' });
  expect(waiverOf(gapOf(0), 'partners')).toBeNull();
});
