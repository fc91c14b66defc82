import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { passes } from '../api/recovery';
import { acceptQuality, dryRunPublication, publishScenario } from '../api/resources';
import type { PlanView, PublicationDryRun, PublicationView, ScenarioSummary } from '../api/wire';
import { BY_KEYS } from '../app/byKeys';
import { ProblemList } from '../app/ProblemList';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useFormats } from '../app/useCompany';
import { counted } from '../model/format';
import { AcceptDoubt } from './AcceptDoubt';
import { acceptShown, isBlocked, showChanges, waiverOf } from './publishing';
import { WaiveGap } from './WaiveGap';
import { WrittenRules } from './WrittenRules';

interface Props {
  readonly opened: boolean;
  readonly plan: PlanView;
  readonly summary: ScenarioSummary;
  onClose(): void;
}

/** Publishing in two steps: see what it would change, then do it once. */
export function PublishDialog({ opened, plan, summary, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size={680} title={<b>Publish {summary.name}</b>}>
      {opened && <PublishForm plan={plan} summary={summary} onClose={onClose} />}
    </Modal>
  );
}

function PublishForm({ plan, summary, onClose }: Omit<Props, 'opened'>) {
  const client = useQueryClient();
  const today = useCompany().data?.today ?? plan.from;
  const [effectiveFrom, setEffectiveFrom] = useState(today);
  const [unkept, setUnkept] = useState(false);
  const [why, setWhy] = useState('');
  const [waived, setWaived] = useState('');
  // One key for one intent: pressing twice, or again after a lost answer, publishes once.
  const [key] = useState(() => crypto.randomUUID());
  const [run, setRun] = useState<PublicationDryRun>();
  const trying = useMutation({
    mutationFn: (day: string) => dryRunPublication(summary.id, day),
  });
  const accepting = useMutation({
    mutationFn: (seen: PublicationDryRun) => acceptQuality(seen, why),
  });
  const publishing = useMutation({
    mutationFn: (seen: PublicationDryRun) =>
      publishScenario(summary.id, seen.effectiveFrom, key, waiverOf(seen, waived)),
    onSuccess: () => client.invalidateQueries(),
    onError: (refusal) => {
      // What the server refused it refuses for another reason than the dry run shows.
      if (!passes(refusal)) setRun(undefined);
    },
  });
  const forgetAnswers = () => {
    accepting.reset();
    publishing.reset();
    trying.reset();
    setRun(undefined);
  };
  const show = (day: string) => showChanges(trying, day, setRun);
  if (publishing.data) return <Published publication={publishing.data} onClose={onClose} />;
  const blocked = run !== undefined && isBlocked(run, waived);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (run) return publishing.mutate(run);
        forgetAnswers();
        show(effectiveFrom);
      }}
    >
      <Stack>
        <Group align="end">
          <TextInput
            type="date"
            label="In force from"
            required
            withAsterisk={false}
            w={200}
            value={effectiveFrom}
            onChange={(event) => {
              setEffectiveFrom(event.currentTarget.value);
              forgetAnswers();
            }}
          />
          <span className="soft" style={{ flex: 1 }}>
            Until that day everything stays as it is. Earlier owners remain in each account’s
            history.
          </span>
        </Group>
        {!summary.today && (
          <WrittenRules
            scenarioId={summary.id}
            onEdit={(pending) => {
              setUnkept(pending);
              forgetAnswers();
            }}
          />
        )}
        {run && <DryRun run={run} />}
        {run && <WaiveGap run={run} why={waived} onWhy={setWaived} />}
        {run && (
          <AcceptDoubt
            run={run}
            why={why}
            accepting={accepting.isPending || trying.isPending}
            refusal={accepting.error}
            onWhy={setWhy}
            onAccept={() => acceptShown(accepting, run, show)}
          />
        )}
        <ProblemNote error={trying.error ?? publishing.error} />
        <Group justify="flex-end" className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {run ? (
            <Button
              type="submit"
              loading={publishing.isPending}
              disabled={blocked || unkept || trying.isPending}
            >
              Publish
            </Button>
          ) : (
            <Button type="submit" loading={trying.isPending} disabled={unkept}>
              Show what changes
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function DryRun({ run }: { readonly run: PublicationDryRun }) {
  const formats = useFormats();
  return (
    <Stack gap="sm" data-testid="dry-run">
      <p style={{ margin: 0 }}>
        <b>{counted(formats, run.changed.accounts, 'account')}</b> of {formats.count(run.accounts)}{' '}
        change owner, with {formats.money(run.changed.potential)} of potential,{' '}
        {formats.money(run.changed.sales)} of sales and {formats.money(run.changed.pipeline)} of
        open pipeline. The territories become {counted(formats, run.rules, 'rule')}
        {run.unowned > 0 ? `; ${counted(formats, run.unowned, 'account')} fall to nobody.` : '.'}
      </p>
      {run.vacantTerritories.length > 0 && (
        <p className="soft" style={{ margin: 0 }}>
          Without a representative: {run.vacantTerritories.join(', ')}.
        </p>
      )}
      <ProblemList problems={run.problems} />
      {run.written.map(({ name, territoryCode, decides }) => (
        <div key={name} className="soft">
          The rule <b>{name}</b> gives {counted(formats, decides.accounts, 'account')} to{' '}
          {territoryCode}.
        </div>
      ))}
      {run.flows.length > 0 && (
        <section className="dry-run-flows" aria-label="What changes hands" {...BY_KEYS}>
          <table className="grid figures">
            <thead>
              <tr>
                <th>From</th>
                <th>To</th>
                <th className="right">Accounts</th>
                <th className="right">Potential</th>
                <th className="right">Sales</th>
                <th className="right">Pipeline</th>
              </tr>
            </thead>
            <tbody>
              {run.flows.map(({ from, to, moved }) => (
                <tr key={`${from} ${to}`}>
                  <td>{from ?? 'nobody'}</td>
                  <td>{to ?? 'nobody'}</td>
                  <td className="right">{formats.count(moved.accounts)}</td>
                  <td className="right">{formats.money(moved.potential)}</td>
                  <td className="right">{formats.money(moved.sales)}</td>
                  <td className="right">{formats.money(moved.pipeline)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Stack>
  );
}

interface PublishedProps {
  readonly publication: PublicationView;
  onClose(): void;
}

function Published({ publication, onClose }: PublishedProps) {
  const formats = useFormats();
  const { scenarioName, effectiveFrom, accounts, changed, rules, acceptedBy, acceptedWhy } =
    publication;
  const { waivedBy, waivedWhy, waivedPostcodes } = publication;
  return (
    <Stack data-testid="published">
      <p style={{ margin: 0, fontSize: 16 }}>
        “{scenarioName}” is in force from <b>{formats.day(effectiveFrom)}</b>.
      </p>
      <p className="soft" style={{ margin: 0 }}>
        {counted(formats, accounts, 'account')} were decided by {counted(formats, rules, 'rule')};{' '}
        {formats.count(changed)} changed owner. Leads follow the same rules.
      </p>
      {acceptedBy && (
        <p className="soft" style={{ margin: 0 }}>
          {acceptedBy} accepted that{' '}
          {publication.doubtfulShare != null && formats.percent(publication.doubtfulShare)} of the
          potential is doubtful: {acceptedWhy}
        </p>
      )}
      {waivedBy && (
        <p className="soft" style={{ margin: 0 }}>
          {waivedBy} let {counted(formats, waivedPostcodes ?? 0, 'postcode')} be nobody’s:{' '}
          {waivedWhy}
        </p>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
