import { Button, Checkbox, Group, Kbd, Progress, SegmentedControl } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { hasEnded, outcomeOf, useJob } from '../api/job';
import {
  dismissPair,
  getPairs,
  mergePair,
  setDuplicateRule,
  startDuplicateSearch,
  undoPair,
} from '../api/resources';
import type { PairView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { answerTo, type Focus, likely, type PairAction } from '../model/pairs';
import { PairCard } from './PairCard';

type State = PairView['state'];

/** Pairs of accounts that may be one: gone through by keyboard, decided, and undone. */
export function Duplicates() {
  const client = useQueryClient();
  const formats = useFormats();
  const [state, setState] = useState<State>('OPEN');
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [last, setLast] = useState<string>();
  const [jobId, setJobId] = useState<string>();
  const pairs = useInfiniteQuery({
    queryKey: ['duplicates', state],
    queryFn: ({ pageParam }) => getPairs(state, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const items = pairs.data?.pages.flatMap((page) => page.items) ?? [];
  const pair = items[Math.min(at, items.length - 1)];
  const survivor = pair ? (chosen[pair.id] ?? pair.suggestedSurvivorId) : '';

  const refresh = useCallback(() => client.invalidateQueries(), [client]);
  const { job } = useJob(jobId, refresh);
  const search = useMutation({
    mutationFn: startDuplicateSearch,
    onSuccess: ({ id }) => setJobId(id),
  });
  const decide = useMutation({
    mutationFn: ({ id, what }: Decision) => {
      if (what === 'merge') return mergePair(id, survivor);
      return what === 'dismiss' ? dismissPair(id) : undoPair(id);
    },
    onSuccess: ({ id }, { what }) => {
      setLast(what === 'undo' ? undefined : id);
      return refresh();
    },
  });
  const rule = useMutation({ mutationFn: setDuplicateRule, onSuccess: refresh });

  const act = useCallback(
    (action: PairAction) => {
      if (action === 'undo' && last) return decide.mutate({ id: last, what: 'undo' });
      if (!pair) return;
      switch (action) {
        case 'next':
          return setAt(Math.min(at + 1, items.length - 1));
        case 'previous':
          return setAt(Math.max(Math.min(at, items.length - 1) - 1, 0));
        case 'first':
          return setChosen({ ...chosen, [pair.id]: pair.first.id });
        case 'second':
          return setChosen({ ...chosen, [pair.id]: pair.second.id });
        case 'merge':
        case 'dismiss':
          if (pair.state === 'OPEN' && !decide.isPending) {
            decide.mutate({ id: pair.id, what: action });
          }
          return;
        default:
      }
    },
    [at, chosen, decide, items.length, last, pair],
  );
  useKeys(act);

  const newest = pairs.data?.pages[0];
  const totals = newest?.totals;
  const searching = search.isPending || (job !== undefined && !hasEnded(job));
  const label = (word: string, count: number | undefined) =>
    count === undefined ? word : `${word} ${formats.count(count)}`;
  return (
    <>
      <h1 className="page-title">Accounts that may be one</h1>
      <p className="page-lead">
        Found by name, web domain, telephone number and address. Nothing is merged unless you say
        so, and every merge can be undone: the other account then stands for itself again.
      </p>
      <Group mb="md" justify="space-between">
        <SegmentedControl
          value={state}
          onChange={(value) => {
            setState(value as State);
            setAt(0);
          }}
          data={[
            { value: 'OPEN', label: label('Open', totals?.open) },
            { value: 'MERGED', label: label('Merged', totals?.merged) },
            { value: 'DISMISSED', label: label('Kept apart', totals?.dismissed) },
          ]}
        />
        <Button
          variant={totals && totals.open + totals.merged > 0 ? 'default' : 'filled'}
          leftSection={<IconSearch size={16} />}
          loading={searching}
          onClick={() => search.mutate()}
        >
          Look through all accounts
        </Button>
      </Group>
      <ProblemNote error={pairs.error ?? search.error ?? decide.error ?? rule.error} />
      {job && (
        <p className="soft" data-testid="search-outcome">
          {hasEnded(job) ? outcomeOf(job) : job.message}
        </p>
      )}
      {job && !hasEnded(job) && (
        <Progress value={100 * job.fraction} animated mb="md" aria-label="Looking" />
      )}
      {pair && (
        <div className="pairs">
          <ol className="card flush pair-list" aria-label="Pairs">
            {items.map((each, number) => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-current={each.id === pair.id}
                  onClick={() => setAt(number)}
                >
                  <b>{each.first.name}</b>
                  <span>{each.second.name}</span>
                  <span className="soft">{likely(each.score)}</span>
                </button>
              </li>
            ))}
            {pairs.hasNextPage && (
              <li>
                <button
                  type="button"
                  disabled={pairs.isFetchingNextPage}
                  onClick={() => void pairs.fetchNextPage()}
                >
                  More
                </button>
              </li>
            )}
          </ol>
          <PairCard
            pair={pair}
            survivor={survivor}
            busy={decide.isPending}
            onSurvivor={(id) => setChosen({ ...chosen, [pair.id]: id })}
            onMerge={() => act('merge')}
            onDismiss={() => act('dismiss')}
            onUndo={() => decide.mutate({ id: pair.id, what: 'undo' })}
          />
        </div>
      )}
      {pairs.isSuccess && !pair && <p className="soft">{NOTHING[state]}</p>}
      <p className="soft keys">
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> walk · <Kbd size="xs">1</Kbd>{' '}
        <Kbd size="xs">2</Kbd> which to keep · <Kbd size="xs">Enter</Kbd> merge ·{' '}
        <Kbd size="xs">X</Kbd> they are two · <Kbd size="xs">U</Kbd> undo the last
      </p>
      <Checkbox
        label="At every search, merge pairs of one name, domain and address of which nothing differs, without asking"
        checked={newest?.mergeAlike ?? false}
        disabled={!newest || rule.isPending}
        onChange={(event) => rule.mutate(event.currentTarget.checked)}
      />
    </>
  );
}

interface Decision {
  readonly id: string;
  readonly what: 'merge' | 'dismiss' | 'undo';
}

const NOTHING: Readonly<Record<State, string>> = {
  OPEN: 'Nothing to decide. Look through all accounts after each import.',
  MERGED: 'Nothing was merged yet.',
  DISMISSED: 'Nothing was kept apart yet.',
};

/** The keys rest while someone types or presses a button. */
function useKeys(act: (action: PairAction) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key, repeat } = event;
      const answer = answerTo({ key, repeat, focus: focusOf(event.target) });
      if (!answer) return;
      event.preventDefault(); // a held key presses no button again either
      if (answer !== 'held') act(answer);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [act]);
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest('input:not([type=radio]), textarea, select, [role=dialog]')) return 'typing';
  if (target.closest('button, a')) return 'button';
  const radio = target.closest('input[type=radio]');
  return radio && !radio.closest('[data-testid=pair]') ? 'radio elsewhere' : 'page';
}
