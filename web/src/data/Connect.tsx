import { Button, Group, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createConnection } from '../api/connections';
import type { ConnectionRequest } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';

type System = ConnectionRequest['system'];

interface Entered {
  readonly name: string;
  readonly system: System;
  readonly address: string;
  readonly clientId: string;
  readonly secret: string;
  readonly territoryField: string;
}

const NOTHING: Entered = {
  name: '',
  system: 'SALESFORCE',
  address: '',
  clientId: '',
  secret: '',
  territoryField: '',
};

/** What is entered, as the server takes it: blank parts are left to it. */
export function toRequest(entered: Entered): ConnectionRequest {
  const hubSpot = entered.system === 'HUBSPOT';
  return {
    name: entered.name,
    system: entered.system,
    address: entered.address.trim() || null,
    source: null,
    territoryField: entered.territoryField.trim() || null,
    credentials: {
      clientId: hubSpot ? null : entered.clientId,
      clientSecret: hubSpot ? null : entered.secret,
      refreshToken: null,
      username: null,
      privateKey: null,
      token: hubSpot ? entered.secret : null,
    },
  };
}

/** Makes a connection; its secret is sent once and never shown again. */
export function Connect() {
  const client = useQueryClient();
  const [entered, setEntered] = useState(NOTHING);
  const set = (part: Partial<Entered>) => setEntered({ ...entered, ...part });
  const making = useMutation({
    mutationFn: () => createConnection(toRequest(entered)),
    onSuccess: () => {
      setEntered(NOTHING);
      return client.invalidateQueries({ queryKey: ['connections'] });
    },
  });
  const hubSpot = entered.system === 'HUBSPOT';
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
      <Group align="end" mt="sm">
        <Select
          label="System"
          w={150}
          allowDeselect={false}
          data={[
            { value: 'SALESFORCE', label: 'Salesforce' },
            { value: 'HUBSPOT', label: 'HubSpot' },
          ]}
          value={entered.system}
          onChange={(value) => value && set({ system: value as System })}
        />
        <TextInput
          label="Name"
          placeholder={hubSpot ? 'Our HubSpot' : 'Our Salesforce'}
          required
          withAsterisk={false}
          maxLength={80}
          value={entered.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Address"
          w={300}
          placeholder={hubSpot ? 'https://api.hubapi.com' : 'https://NAME.my.salesforce.com'}
          required={!hubSpot}
          withAsterisk={false}
          value={entered.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <TextInput
          label="Territory field of accounts"
          placeholder={hubSpot ? 'territory' : 'Territory__c'}
          value={entered.territoryField}
          onChange={(event) => set({ territoryField: event.currentTarget.value })}
        />
      </Group>
      <Group align="end" mt="sm">
        {!hubSpot && (
          <TextInput
            label="Consumer key"
            w={300}
            required
            withAsterisk={false}
            autoComplete="off"
            value={entered.clientId}
            onChange={(event) => set({ clientId: event.currentTarget.value })}
          />
        )}
        <PasswordInput
          label={hubSpot ? 'Access token of a private app' : 'Consumer secret'}
          w={300}
          required
          withAsterisk={false}
          autoComplete="new-password"
          value={entered.secret}
          onChange={(event) => set({ secret: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={making.isPending}>
          Connect
        </Button>
      </Group>
      <ProblemNote error={making.error} />
    </form>
  );
}
