import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeConnection } from '../api/connections';
import type { ConnectionUpdate, ConnectionView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { CredentialFields } from './CredentialFields';
import { type Entered, nothingFor, toCredentials } from './credentials';

interface Props {
  readonly connection: ConnectionView;
  onClose(): void;
}

interface Wanted {
  readonly address: string;
  readonly territoryField: string;
  readonly renews: boolean;
  readonly entered: Entered;
}

/** What changes, as the server takes it: nothing is said of what stays, as somebody else may change it. */
export function toUpdate(wanted: Wanted, before: Before): ConnectionUpdate {
  const address = wanted.address.trim();
  const territoryField = wanted.territoryField.trim();
  return {
    address: address === '' || address === before.address ? null : address,
    territoryField: territoryField === before.territoryField ? null : territoryField,
    credentials: wanted.renews ? toCredentials(wanted.entered) : null,
  };
}

type Before = Pick<ConnectionView, 'address' | 'territoryField'>;

/** Changes a connection's address, territory field or credentials; the old ones are not shown. */
export function ChangeConnection({ connection, onClose }: Props) {
  const client = useQueryClient();
  const [opened] = useState(connection); // a newer state of it must not pass for what was changed
  const [wanted, setWanted] = useState<Wanted>({
    address: connection.address,
    territoryField: connection.territoryField,
    renews: false,
    entered: nothingFor(connection.system),
  });
  const set = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const changing = useMutation({
    mutationFn: () => changeConnection(connection.id, toUpdate(wanted, opened)),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Change ${connection.name}`} size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate();
        }}
      >
        <Group align="end">
          <TextInput
            label="Address"
            w={300}
            required
            withAsterisk={false}
            value={wanted.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <TextInput
            label="Territory field of accounts"
            w={300}
            value={wanted.territoryField}
            onChange={(event) => set({ territoryField: event.currentTarget.value })}
          />
        </Group>
        <p className="soft">
          After another address or field everything is pulled anew before a push; another server
          needs new credentials.
        </p>
        <Checkbox
          label="Enter new credentials"
          checked={wanted.renews}
          onChange={(event) => set({ renews: event.currentTarget.checked })}
        />
        {wanted.renews && (
          <CredentialFields
            system={connection.system}
            entered={wanted.entered}
            onChange={(entered) => set({ entered })}
          />
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={changing.isPending}>
            Change
          </Button>
        </Group>
        <ProblemNote error={changing.error} />
      </form>
    </Modal>
  );
}
