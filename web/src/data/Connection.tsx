import { Button, Group, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import {
  deleteConnection,
  dryRunPush,
  getLastPush,
  pullConnection,
  pushConnection,
  testConnection,
} from '../api/connections';
import { hasEnded, outcomeOf, useJob } from '../api/job';
import type { ConnectionView, Job } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { ChangeConnection } from './ChangeConnection';
import { ConfirmDialog } from './ConfirmDialog';
import { mayPush, Planned, Pushed, toQuestion } from './Push';

interface Props {
  readonly connection: ConnectionView;
  readonly administers: boolean;
}

const KINDS = { PEOPLE: 'People', ACCOUNTS: 'Accounts', DEALS: 'Deals' } as const;

/** One CRM: whether it answers, what came from it, what would go back, what did not go through. */
export function Connection({ connection, administers }: Props) {
  const client = useQueryClient();
  const formats = useFormats();
  const { id } = connection;
  const [jobId, setJobId] = useState<string>();
  const [looking, setLooking] = useState(false);
  const [asking, setAsking] = useState<'nothing' | 'push' | 'change' | 'disconnect'>('nothing');
  const onEnd = useCallback(
    (job: Job) => {
      if (hasEnded(job)) void client.invalidateQueries();
    },
    [client],
  );
  const { job } = useJob(jobId, onEnd);
  const follow = { onSuccess: (started: Job) => setJobId(started.id) };
  const testing = useMutation({ mutationFn: () => testConnection(id) });
  const pulling = useMutation({ mutationFn: () => pullConnection(id), ...follow });
  const pushing = useMutation({ mutationFn: () => pushConnection(id), ...follow });
  const removing = useMutation({
    mutationFn: () => deleteConnection(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['connections'] }),
  });
  const dry = useQuery({
    queryKey: ['push-dry-run', id],
    queryFn: () => dryRunPush(id),
    enabled: looking,
  });
  const last = useQuery({ queryKey: ['last-push', id], queryFn: () => getLastPush(id) });
  const shown = looking ? dry.data : undefined;
  const busy = job !== undefined && !hasEnded(job);
  const pulled = connection.pulled.some(({ pulledAt }) => pulledAt !== null);
  return (
    <section className="card" aria-label={connection.name} data-testid="connection">
      <Group justify="space-between" align="start">
        <div>
          <h3>{connection.name}</h3>
          <span className="soft">
            {connection.system === 'HUBSPOT' ? 'HubSpot' : 'Salesforce'} at {connection.address}
          </span>
        </div>
        {administers && (
          <Group gap="xs">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Change ${connection.name}`}
              onClick={() => setAsking('change')}
            >
              Change
            </Button>
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={`Disconnect ${connection.name}`}
              loading={removing.isPending}
              onClick={() => setAsking('disconnect')}
            >
              Disconnect
            </Button>
          </Group>
        )}
      </Group>
      <table className="grid figures">
        <thead>
          <tr>
            <th>Rows</th>
            <th>Last pulled</th>
            <th className="right">Loaded</th>
            <th className="right">Not usable</th>
          </tr>
        </thead>
        <tbody>
          {connection.pulled.map((kind) => (
            <tr key={kind.kind}>
              <td>{KINDS[kind.kind]}</td>
              <td>
                {kind.pulledAt ? formats.moment(kind.pulledAt) : 'never'}
                {kind.inTheMiddle && ' · cut short, goes on'}
              </td>
              <td className="right">{kind.accepted ?? ''}</td>
              <td className="right">{kind.rejected ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group mt="md">
        <Button variant="default" loading={testing.isPending} onClick={() => testing.mutate()}>
          Test
        </Button>
        <Button
          variant="default"
          disabled={busy}
          loading={pulling.isPending}
          onClick={() => pulling.mutate()}
        >
          Pull now
        </Button>
        <Button variant="default" disabled={!pulled} onClick={() => setLooking(!looking)}>
          What a push would write
        </Button>
        <Button
          disabled={!mayPush(shown, pulled, busy || dry.isFetching)}
          loading={pushing.isPending}
          onClick={() => setAsking('push')}
        >
          Push
        </Button>
      </Group>
      {asking === 'change' && (
        <ChangeConnection connection={connection} onClose={() => setAsking('nothing')} />
      )}
      <ConfirmDialog
        opened={asking === 'push'}
        title={`Push to ${connection.name}`}
        action="Push"
        onConfirm={() => pushing.mutate()}
        onClose={() => setAsking('nothing')}
      >
        {shown && toQuestion(shown, connection.name, formats)}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'disconnect'}
        title={`Disconnect ${connection.name}`}
        action="Disconnect"
        color="red"
        onConfirm={() => removing.mutate()}
        onClose={() => setAsking('nothing')}
      >
        Its credentials and what was pulled and pushed will be gone. Accounts and people that it
        brought stay, and nothing changes in the CRM.
      </ConfirmDialog>
      {testing.data && (
        <p role="status">
          It answers as {testing.data.organisation || 'a company'}, {testing.data.user}
          {testing.data.callsAllowed !== null &&
            `; ${testing.data.callsUsed} of ${testing.data.callsAllowed} calls of today used`}
          .
        </p>
      )}
      <ProblemNote
        error={
          testing.error ??
          pulling.error ??
          pushing.error ??
          removing.error ??
          dry.error ??
          last.error
        }
      />
      {job && (
        <div role="status" data-state={job.state}>
          {busy && <Progress value={100 * job.fraction} my="sm" aria-label="How far it is" />}
          <p>{hasEnded(job) ? outcomeOf(job) : job.message}</p>
        </div>
      )}
      {shown && <Planned dry={shown} />}
      {last.data?.push && <Pushed push={last.data.push} when={formats.moment} />}
      {!pulled && <p className="soft">Nothing was pulled yet; pull before you push.</p>}
    </section>
  );
}
