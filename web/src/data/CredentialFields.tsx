import { FileInput, Group, PasswordInput, Select, TextInput } from '@mantine/core';
import { type Entered, type System, type Way, waysOf } from './credentials';

interface Props {
  readonly system: System;
  readonly entered: Entered;
  onChange(entered: Entered): void;
}

/** Who we are to a CRM, by every way to sign in that it has; secrets are never shown again. */
export function CredentialFields({ system, entered, onChange }: Props) {
  const ways = waysOf(system);
  const set = (part: Partial<Entered>) => onChange({ ...entered, ...part });
  const { way } = entered;
  return (
    <>
      <Select
        label="Sign in"
        mt="sm"
        maw={620}
        allowDeselect={false}
        data={ways.map(({ value, label }) => ({ value, label }))}
        value={way}
        description={ways.find(({ value }) => value === way)?.help}
        inputWrapperOrder={['label', 'input', 'description']}
        onChange={(value) => value && set({ way: value as Way })}
      />
      <Group align="end" mt="sm">
        {way !== 'token' && (
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
        {(way === 'clientSecret' || way === 'refreshToken') && (
          <PasswordInput
            label="Consumer secret"
            w={300}
            required={way === 'clientSecret'}
            withAsterisk={false}
            autoComplete="new-password"
            value={entered.clientSecret}
            onChange={(event) => set({ clientSecret: event.currentTarget.value })}
          />
        )}
        {way === 'refreshToken' && (
          <PasswordInput
            label="Refresh token"
            w={300}
            required
            withAsterisk={false}
            autoComplete="new-password"
            value={entered.refreshToken}
            onChange={(event) => set({ refreshToken: event.currentTarget.value })}
          />
        )}
        {way === 'privateKey' && (
          <>
            <TextInput
              label="User to act for"
              w={240}
              placeholder="name@example.com"
              required
              withAsterisk={false}
              autoComplete="off"
              value={entered.username}
              onChange={(event) => set({ username: event.currentTarget.value })}
            />
            <FileInput
              label="Private key"
              w={240}
              placeholder="A PEM file"
              accept=".pem,.key,.txt"
              required
              withAsterisk={false}
              clearable
              onChange={(file) => {
                if (file === null) set({ privateKey: '' });
                else void file.text().then((text) => set({ privateKey: text }));
              }}
            />
          </>
        )}
        {way === 'token' && (
          <PasswordInput
            label="Access token of a private app"
            w={300}
            required
            withAsterisk={false}
            autoComplete="new-password"
            value={entered.token}
            onChange={(event) => set({ token: event.currentTarget.value })}
          />
        )}
      </Group>
    </>
  );
}
