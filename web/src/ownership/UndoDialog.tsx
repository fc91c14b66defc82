import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dryRunUndo, undoPublication } from '../api/ownership';
import type { PublicationView, UndoDryRun } from '../api/wire';
import { BY_KEYS } from '../app/byKeys';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { TryAgain } from '../app/TryAgain';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';
import { backTo } from '../model/publications';
import { causeWords } from '../model/timeline';

interface Props {
  /** Undefined while nothing is to be taken back. */
  readonly publication: PublicationView | undefined;
  onClose(): void;
}

/** Taking a publication back: see what that does, say why, do it. */
export function UndoDialog({ publication, onClose }: Props) {
  return (
    <Modal
      opened={publication !== undefined}
      onClose={onClose}
      size={680}
      title={<b>Take back {publication?.scenarioName}</b>}
    >
      {publication && <UndoForm publication={publication} onClose={onClose} />}
    </Modal>
  );
}

interface FormProps {
  readonly publication: PublicationView;
  onClose(): void;
}

function UndoForm({ publication, onClose }: FormProps) {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const run = useQuery({
    queryKey: ['undo', publication.id],
    queryFn: () => dryRunUndo(publication.id),
    gcTime: 0, // what was changed since is asked for anew each time
    retry: false,
    refetchOnWindowFocus: false,
  });
  const undoing = useMutation({
    mutationFn: () => undoPublication(publication.id, why),
    onSuccess: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'undo' }),
  });
  if (undoing.data) return <Undone publication={undoing.data} onClose={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        undoing.mutate();
      }}
    >
      <Stack>
        <TryAgain of={run} />
        {run.isPending && <p className="soft">Looking at what would go back…</p>}
        {run.data && <DryRun run={run.data} />}
        {run.data && (
          <TextInput
            label="Why"
            required
            withAsterisk={false}
            maxLength={500}
            data-autofocus
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
        <ProblemNote error={undoing.error} />
        <Group justify="flex-end" className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={undoing.isPending}
            disabled={!run.data || why.trim() === ''}
          >
            Take it back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function DryRun({ run }: { readonly run: UndoDryRun }) {
  const formats = useFormats();
  const { elsewhere, same } = backTo(run.flows);
  return (
    <Stack gap="sm" data-testid="undo-dry-run">
      <p style={{ margin: 0 }}>
        <b>{counted(formats, run.accounts, 'account')}</b> {run.accounts === 1 ? 'goes' : 'go'} back
        to whom they belonged before
        {same > 0 && `, ${formats.count(same)} of them to a territory of the same code`}.{' '}
        {run.kept === 0
          ? 'Nobody has changed any of them since.'
          : `${counted(formats, run.kept, 'account')} ${run.kept === 1 ? 'stays' : 'stay'}, on some days at least: somebody has changed ${run.kept === 1 ? 'it' : 'them'} since.`}
      </p>
      {elsewhere.length > 0 && (
        <section className="dry-run-flows" aria-label="What goes back" {...BY_KEYS}>
          <table className="grid figures">
            <thead>
              <tr>
                <th>From</th>
                <th>Back to</th>
                <th className="right">Accounts</th>
                <th className="right">Potential</th>
                <th className="right">Sales</th>
              </tr>
            </thead>
            <tbody>
              {elsewhere.map(({ from, to, moved }) => (
                <tr key={`${from} ${to}`}>
                  <td>{from ?? 'nobody'}</td>
                  <td>{to ?? 'nobody'}</td>
                  <td className="right">{formats.count(moved.accounts)}</td>
                  <td className="right">{formats.money(moved.potential)}</td>
                  <td className="right">{formats.money(moved.sales)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {run.largest.length > 0 && (
        <details>
          <summary>The {formats.count(run.largest.length)} largest that go back</summary>
          <table className="grid figures">
            <tbody>
              {run.largest.map((account) => (
                <tr key={account.accountId}>
                  <td>
                    {account.name} <span className="soft">{account.externalId}</span>
                  </td>
                  <td>
                    {account.from ?? 'nobody'} → {account.to ?? 'nobody'}
                  </td>
                  <td className="right">{formats.money(account.potential)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {run.staying.length > 0 && (
        <section className="dry-run-flows" aria-label="What stays" {...BY_KEYS}>
          <table className="grid" data-testid="staying">
            <thead>
              <tr>
                <th>Stays</th>
                <th>With</th>
                <th>From</th>
                <th>Because of</th>
              </tr>
            </thead>
            <tbody>
              {run.staying.map((account) => (
                <tr key={account.accountId}>
                  <td>
                    {account.name} <span className="soft">{account.externalId}</span>
                  </td>
                  <td>{account.territory ?? 'nobody'}</td>
                  <td>{formats.day(account.from)}</td>
                  <td className="soft">
                    {causeWords(account.cause)} by {account.who}, {formats.moment(account.at)}:{' '}
                    <Sentence text={account.why} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="soft" style={{ margin: 0 }}>
        Accounts that came in since are decided again by the rules that are in force then. Nothing
        is deleted: each account’s history keeps what was believed meanwhile.
      </p>
    </Stack>
  );
}

function Undone({ publication, onClose }: FormProps) {
  const formats = useFormats();
  const { undone } = publication;
  return (
    <Stack data-testid="undone">
      <p style={{ margin: 0, fontSize: 16 }}>“{publication.scenarioName}” is taken back.</p>
      <p className="soft" style={{ margin: 0 }}>
        {counted(formats, undone?.accounts ?? 0, 'account')} went back to whom they belonged before,{' '}
        {formats.count(undone?.kept ?? 0)} stayed. The rules before are in force again, and leads
        follow them.
      </p>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
