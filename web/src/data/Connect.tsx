import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createConnection } from '../api/connections';
import { problemOf } from '../api/problem';
import type { ConnectionRequest } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { CredentialFields } from './CredentialFields';
import { type Entered, nothingFor, type System, toCredentials } from './credentials';

interface Wanted {
  readonly name: string;
  readonly system: System;
  readonly address: string;
  readonly source: string;
  readonly territoryField: string;
  readonly entered: Entered;
}

const NOTHING: Wanted = {
  name: '',
  system: 'SALESFORCE',
  address: '',
  source: '',
  territoryField: '',
  entered: nothingFor('SALESFORCE'),
};

/** What is entered, as the server takes it: blank parts are left to it. */
export function toRequest(wanted: Wanted): ConnectionRequest {
  return {
    name: wanted.name,
    system: wanted.system,
    address: wanted.address.trim() || null,
    source: wanted.source.trim() || null,
    territoryField: wanted.territoryField.trim() || null,
    credentials: toCredentials(wanted.entered),
  };
}

/** What is wrong with the address; undefined when it is something else that is. */
function addressProblem(error: unknown): string | undefined {
  if (!error) return undefined;
  const { code, pointer, detail, hint } = problemOf(error);
  const isIt = code === 'CRM_BAD_ADDRESS' || pointer === '/address';
  return isIt ? [detail, hint].filter(Boolean).join(' ').replaceAll('`', '') : undefined;
}

/** Makes a connection; its secrets are sent once and never shown again. */
export function Connect() {
  const client = useQueryClient();
  const [wanted, setWanted] = useState(NOTHING);
  const set = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const making = useMutation({
    mutationFn: () => createConnection(toRequest(wanted)),
    onSuccess: () => {
      setWanted(NOTHING);
      return client.invalidateQueries({ queryKey: ['connections'] });
    },
  });
  const hubSpot = wanted.system === 'HUBSPOT';
  const badAddress = addressProblem(making.error);
  return (
    <form
      className="card"
      aria-label="Connect a CRM"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <h3>Connect a CRM</h3>
      <p className="soft">
        Credentials are kept encrypted and never shown again. Nothing is called before you test or
        pull.
      </p>
      <Group align="start" mt="sm">
        <Select
          label="System"
          w={150}
          allowDeselect={false}
          data={[
            { value: 'SALESFORCE', label: 'Salesforce' },
            { value: 'HUBSPOT', label: 'HubSpot' },
          ]}
          value={wanted.system}
          onChange={(value) => {
            const system = value as System | null;
            if (system) set({ system, entered: nothingFor(system) });
          }}
        />
        <TextInput
          label="Name"
          placeholder={hubSpot ? 'Our HubSpot' : 'Our Salesforce'}
          required
          withAsterisk={false}
          maxLength={80}
          value={wanted.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Address"
          w={300}
          placeholder={hubSpot ? 'https://api.hubapi.com' : 'https://NAME.my.salesforce.com'}
          required={!hubSpot}
          withAsterisk={false}
          error={badAddress}
          value={wanted.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
      </Group>
      <Group align="start" mt="sm">
        <TextInput
          label="Territory field of accounts"
          w={300}
          placeholder={hubSpot ? 'territory' : 'Territory__c'}
          description="Where a push writes the territory’s name; blank for owners only."
          inputWrapperOrder={['label', 'input', 'description']}
          value={wanted.territoryField}
          onChange={(event) => set({ territoryField: event.currentTarget.value })}
        />
        <TextInput
          label="Source of its ids"
          w={300}
          placeholder={hubSpot ? 'hubspot' : 'salesforce'}
          description="Another one for a second company; “file” takes up accounts uploaded before."
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={80}
          value={wanted.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      </Group>
      <CredentialFields
        system={wanted.system}
        entered={wanted.entered}
        onChange={(entered) => set({ entered })}
      />
      <Button type="submit" variant="default" mt="sm" loading={making.isPending}>
        Connect
      </Button>
      <ProblemNote error={badAddress ? undefined : making.error} />
    </form>
  );
}
