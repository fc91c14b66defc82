import { ActionIcon, Button, Group, TextInput, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getTimeline } from '../api/ownership';
import type { HistoryRow, OwnerSpan } from '../api/wire';
import { Sentence } from '../app/Sentence';
import { TryAgain } from '../app/TryAgain';
import { useCompany, useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { spanWords } from '../model/span';
import { territoryLabel } from '../model/territoryName';
import {
  afterNextChange,
  beforeLastChange,
  causeWords,
  changesOfBelief,
  fromLocal,
  lanesOf,
  toLocal,
} from '../model/timeline';
import { TimelineLanes } from './TimelineLanes';

interface Props {
  readonly id: string;
  /** Everything ever written of the account, for the steps through what was known. */
  readonly history: readonly HistoryRow[];
}

/** Who had the account when, as known now or at any instant before. */
export function Timeline({ id, history }: Props) {
  const { view } = useView();
  const timeline = useQuery({
    queryKey: ['account-timeline', id, view.known ?? ''],
    queryFn: () => getTimeline(id, view.known),
    placeholderData: (last) => last,
  });
  const today = useCompany().data?.today;
  const { owners, beneath } = timeline.data ?? { owners: [], beneath: [] };
  const lanes = useMemo(
    () => (today ? lanesOf(owners, beneath, today) : undefined),
    [owners, beneath, today],
  );
  return (
    <section className="card" data-testid="timeline" aria-busy={timeline.isFetching}>
      <div className="card-head">
        <h2>Who had it when</h2>
        <Known history={history} />
      </div>
      <TryAgain of={timeline} />
      {timeline.isPending && <p className="soft">Asking the ledger…</p>}
      {timeline.data && !lanes && (
        <p className="soft">
          {view.known
            ? 'Nothing was known of an owner then.'
            : 'It never had an owner here. Publishing a plan gives it one.'}
        </p>
      )}
      {lanes && <TimelineLanes lanes={lanes} />}
      <Spans owners={owners} beneath={beneath} />
    </section>
  );
}

/** As of when the timeline is known: typed, or stepped through the ledger's changes. */
function Known({ history }: Pick<Props, 'history'>) {
  const { view, change } = useView();
  const changes = useMemo(() => changesOfBelief(history), [history]);
  const show = (known: string | undefined) => change({ known });
  const back = beforeLastChange(changes, view.known);
  return (
    <Group gap={6} className="known">
      <Tooltip label="Before the last change">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="As known before the last change"
          disabled={back === undefined}
          onClick={() => show(back)}
        >
          <IconChevronLeft size={17} />
        </ActionIcon>
      </Tooltip>
      <TextInput
        type="datetime-local"
        step={1}
        size="xs"
        aria-label="As known on"
        leftSection={<span className="soft">as known on</span>}
        leftSectionWidth={92}
        value={toLocal(view.known)}
        onChange={(event) => show(fromLocal(event.currentTarget.value))}
      />
      <Tooltip label="After the next change">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="As known after the next change"
          disabled={view.known === undefined}
          onClick={() => show(afterNextChange(changes, view.known))}
        >
          <IconChevronRight size={17} />
        </ActionIcon>
      </Tooltip>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={view.known === undefined}
        onClick={() => show(undefined)}
      >
        Now
      </Button>
    </Group>
  );
}

interface SpansProps {
  readonly owners: readonly OwnerSpan[];
  readonly beneath: readonly OwnerSpan[];
}

function Spans({ owners, beneath }: SpansProps) {
  const newestFirst = [...owners].reverse();
  return (
    <>
      <ol className="history" aria-label="Owners, the newest first">
        {newestFirst.map((span) => (
          <OneSpan key={`${span.validFrom} ${span.owner.territoryCode}`} span={span} />
        ))}
      </ol>
      {beneath.length > 0 && (
        <>
          <h3 className="field-label">Without the exception it would belong to</h3>
          <ol className="history beneath" aria-label="By the rules beneath the exception">
            {beneath.map((span) => (
              <OneSpan key={`${span.validFrom} ${span.owner.territoryCode}`} span={span} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function OneSpan({ span }: { readonly span: OwnerSpan }) {
  const formats = useFormats();
  const { owner, cause, who, reason, recordedAt, broughtBack } = span;
  return (
    <li className={cause === 'EXCEPTION' ? 'excepted' : ''} data-cause={cause}>
      <b>{owner.representativeName ?? 'Vacant seat'}</b>{' '}
      <span className="soft">{territoryLabel(owner.territoryCode, owner.territoryName)}</span>
      <div>{spanWords(formats, span.validFrom, span.validTo)}</div>
      <div className="soft">
        <span className="mark">{causeWords(cause)}</span> by {who}, {formats.moment(recordedAt)}:{' '}
        <Sentence text={reason} />
      </div>
      {broughtBack && (
        <div className="soft">
          Came back when {broughtBack.who} took a later publication back:{' '}
          <Sentence text={broughtBack.reason} />
        </div>
      )}
    </li>
  );
}
