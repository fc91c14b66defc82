import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createUser } from '../api/resources';
import type { RepresentativeView, Role } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { ROLES, roleLabel, roleMeaning } from './roles';
import { SecretNote } from './SecretNote';

interface Props {
  readonly people: readonly RepresentativeView[];
  onMade(): void;
}

/** A new person who may sign in, with the secret to hand over. */
export function NewUserForm({ people, onMade }: Props) {
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('PLANNER');
  const [representativeId, setRepresentativeId] = useState<string | null>(null);
  const isRepresentative = role === 'REPRESENTATIVE';
  const making = useMutation({
    mutationFn: createUser,
    onSuccess: () => {
      setUsername('');
      setName('');
      setRepresentativeId(null);
      onMade();
    },
  });
  const choose = (id: string | null) => {
    setRepresentativeId(id);
    const person = people.find((one) => one.id === id);
    if (person && name === '') setName(person.name);
  };
  return (
    <form
      data-testid="new-user"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate({
          username,
          name,
          role,
          representativeId: isRepresentative ? representativeId : null,
        });
      }}
    >
      <Group mt="md" align="end">
        <TextInput
          label="Signs in as"
          required
          withAsterisk={false}
          maxLength={60}
          w={150}
          autoComplete="off"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          maxLength={120}
          w={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="Role"
          w={160}
          allowDeselect={false}
          data={ROLES.map((value) => ({ value, label: roleLabel(value) }))}
          value={role}
          onChange={(value) => value && setRole(value as Role)}
        />
        {isRepresentative && (
          <Select
            label="Which representative"
            searchable
            required
            withAsterisk={false}
            w={220}
            data={people.map(({ id, name: person }) => ({ value: id, label: person }))}
            value={representativeId}
            onChange={choose}
          />
        )}
        <Button type="submit" loading={making.isPending}>
          Let someone in
        </Button>
      </Group>
      <p className="soft">{roleMeaning(role)}</p>
      <ProblemNote error={making.error} />
      {making.data?.oneTimeSecret && (
        <SecretNote secret={making.data.oneTimeSecret} onDone={making.reset}>
          Hand this one-time secret to <b>{making.data.user.name}</b>, who signs in as{' '}
          <code>{making.data.user.username}</code> and then chooses a password.
        </SecretNote>
      )}
    </form>
  );
}
