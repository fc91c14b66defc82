import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getPublications } from '../api/resources';
import type { PublicationView } from '../api/wire';
import { TryAgain } from '../app/TryAgain';
import { useFormats, useMayPlan } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';
import { lastStanding } from '../model/publications';
import { usePlan } from '../workbench/usePlan';
import { UndoDialog } from './UndoDialog';

/** What was published and what of it was taken back; the last one can be. */
export function Publications() {
  const { view, change } = useView();
  const mayPlan = useMayPlan();
  const { choice } = usePlan(view);
  const plan = choice.plan;
  const [undoing, setUndoing] = useState<PublicationView>();
  const publications = useQuery({
    queryKey: ['publications', plan?.id],
    queryFn: () => getPublications(plan?.id ?? ''),
    enabled: plan !== undefined,
  });
  const rows = publications.data?.items ?? [];
  const last = lastStanding(rows);
  return (
    <>
      <h1 className="page-title">Publications</h1>
      <p className="page-lead">
        {plan ? `What was published of “${plan.name}”. ` : ''}The last one that stands can be taken
        back: every account that nobody has changed since goes back to whom it had, and the rules
        before are in force again.
      </p>
      <TryAgain of={publications} />
      {publications.isPending && plan && <p className="soft">Reading…</p>}
      {(publications.isSuccess || !plan) && rows.length === 0 && (
        <div className="drop">
          <b>Nothing is published yet</b>
          <span className="soft">Publish a scenario on the map; it is listed here.</span>
          <Button onClick={() => change({ page: 'map', open: undefined }, true)}>
            Open the map
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <section className="card">
          <ol className="history" data-testid="publications">
            {rows.map((publication) => (
              <Row
                key={publication.id}
                publication={publication}
                onUndo={mayPlan && publication === last ? () => setUndoing(publication) : undefined}
              />
            ))}
          </ol>
        </section>
      )}
      <UndoDialog publication={undoing} onClose={() => setUndoing(undefined)} />
    </>
  );
}

interface RowProps {
  readonly publication: PublicationView;
  readonly onUndo: (() => void) | undefined;
}

function Row({ publication, onUndo }: RowProps) {
  const formats = useFormats();
  const { undone } = publication;
  return (
    <li className={undone ? 'replaced' : ''} data-publication={publication.id}>
      <div className="row-head">
        <span>
          <b>{publication.scenarioName}</b> in force from {formats.day(publication.effectiveFrom)}{' '}
          {undone && <span className="mark">taken back</span>}
        </span>
        {onUndo && (
          <Button variant="default" size="xs" onClick={onUndo}>
            Take back…
          </Button>
        )}
      </div>
      <div className="soft">
        Published {formats.moment(publication.publishedAt)} by {publication.publishedBy}:{' '}
        {counted(formats, publication.accounts, 'account')} decided by{' '}
        {counted(formats, publication.rules, 'rule')}, {formats.count(publication.changed)} changed
        owner.
      </div>
      {undone && (
        <div className="soft">
          Taken back {formats.moment(undone.at)} by {undone.who}: {undone.why}{' '}
          {counted(formats, undone.accounts, 'account')} went back
          {undone.kept > 0 && `, ${formats.count(undone.kept)} stayed`}.
        </div>
      )}
    </li>
  );
}
