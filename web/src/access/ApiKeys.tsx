import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createApiKey, deleteApiKey, getApiKeys } from '../api/resources';
import type { ApiKey } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { SecretNote } from './SecretNote';

/** Keys that let other systems read and write; each can be withdrawn at once. */
export function ApiKeys() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: getApiKeys });
  const refresh = () => client.invalidateQueries({ queryKey: ['api-keys'] });
  const making = useMutation({
    mutationFn: createApiKey,
    onSuccess: () => {
      setName('');
      return refresh();
    },
  });
  const revoking = useMutation({ mutationFn: deleteApiKey, onSuccess: refresh });
  return (
    <section className="card" data-testid="api-keys">
      <h2>Keys of machines</h2>
      {making.data && (
        <SecretNote secret={making.data.secret} onDone={making.reset}>
          The key “{making.data.apiKey.name}”. Send it as <code>Authorization: Bearer …</code>
        </SecretNote>
      )}
      <ProblemNote error={keys.error ?? making.error ?? revoking.error} />
      {keys.data?.items.length === 0 && (
        <p className="soft">No key yet. Make one for each system that reads or writes here.</p>
      )}
      {keys.data && keys.data.items.length > 0 && (
        <table className="grid figures">
          <thead>
            <tr>
              <th>For</th>
              <th>Begins with</th>
              <th>Made</th>
              <th>Last used</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {keys.data.items.map((key) => (
              <Key key={key.id} apiKey={key} onRevoke={() => revoking.mutate(key.id)} />
            ))}
          </tbody>
        </table>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate(name);
        }}
      >
        <Group mt="md" align="end">
          <TextInput
            label="What it is for"
            placeholder="crm-sync"
            required
            withAsterisk={false}
            maxLength={80}
            w={260}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={making.isPending}>
            Make a key
          </Button>
        </Group>
      </form>
    </section>
  );
}

interface KeyProps {
  readonly apiKey: ApiKey;
  onRevoke(): void;
}

function Key({ apiKey, onRevoke }: KeyProps) {
  const formats = useFormats();
  return (
    <tr>
      <td>
        <b>{apiKey.name}</b>
      </td>
      <td>
        <code>{apiKey.prefix}…</code>
      </td>
      <td>{formats.moment(apiKey.createdAt)}</td>
      <td>{apiKey.lastUsedAt ? formats.moment(apiKey.lastUsedAt) : 'never'}</td>
      <td className="right">
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={`Withdraw ${apiKey.name}`}
          onClick={onRevoke}
        >
          Withdraw
        </Button>
      </td>
    </tr>
  );
}
