import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeUser, getRepresentatives, getUsers } from '../api/resources';
import type { Role, User, UserChange } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useSession } from '../app/useCompany';
import { NewUserForm } from './NewUserForm';
import { ROLES, roleLabel } from './roles';
import { SecretNote } from './SecretNote';

/** The people who may sign in: made, given another role, stopped, given a new secret. */
export function Users() {
  const client = useQueryClient();
  const self = useSession().user.id;
  const users = useQuery({ queryKey: ['users'], queryFn: getUsers });
  const people = useQuery({ queryKey: ['representatives'], queryFn: getRepresentatives });
  const refresh = () => client.invalidateQueries({ queryKey: ['users'] });
  const changing = useMutation({
    mutationFn: ({ id, change }: { readonly id: string; readonly change: UserChange }) =>
      changeUser(id, change),
    onSuccess: refresh,
  });
  const nameOf = new Map(people.data?.items.map(({ id, name }) => [id, name]));
  const handed = changing.data;
  return (
    <section className="card" data-testid="users">
      <h2>People</h2>
      {handed?.oneTimeSecret && (
        <SecretNote secret={handed.oneTimeSecret} onDone={changing.reset}>
          A new one-time secret for <b>{handed.user.username}</b>, to be replaced at the next
          sign-in.
        </SecretNote>
      )}
      <ProblemNote error={users.error ?? changing.error} />
      <div className="wide-table">
        <table className="grid figures">
          <thead>
            <tr>
              <th>Signs in as</th>
              <th>Name</th>
              <th>Role</th>
              <th>Is the representative</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {users.data?.items.map((user) => (
              <Row
                key={user.id}
                user={user}
                isSelf={user.id === self}
                representative={user.representativeId && nameOf.get(user.representativeId)}
                onChange={(change) => changing.mutate({ id: user.id, change })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <NewUserForm people={people.data?.items ?? []} onMade={refresh} />
    </section>
  );
}

interface RowProps {
  readonly user: User;
  readonly isSelf: boolean;
  readonly representative: string | null | undefined;
  onChange(change: UserChange): void;
}

const UNCHANGED: UserChange = {
  name: null,
  role: null,
  representativeId: null,
  active: null,
  resetPassword: null,
};

function Row({ user, isSelf, representative, onChange }: RowProps) {
  // Who becomes a representative must say which one: that is done with a new user.
  const roles = ROLES.filter((role) => role !== 'REPRESENTATIVE' || user.role === role);
  return (
    <tr className={user.active ? '' : 'stopped'} data-user={user.username}>
      <td>
        <b>{user.username}</b>
        {!user.active && <div className="soft">stopped</div>}
      </td>
      <td>{user.name}</td>
      <td>
        <Select
          aria-label={`Role of ${user.username}`}
          size="xs"
          w={160}
          allowDeselect={false}
          disabled={isSelf || !user.active}
          data={roles.map((role) => ({ value: role, label: roleLabel(role) }))}
          value={user.role}
          onChange={(role) => role && onChange({ ...UNCHANGED, role: role as Role })}
        />
      </td>
      <td>{representative ?? <span className="soft">–</span>}</td>
      <td className="right">
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={!user.active}
            onClick={() => onChange({ ...UNCHANGED, resetPassword: true })}
          >
            New secret
          </Button>
          <Button
            variant="subtle"
            color={user.active ? 'red' : 'petrol'}
            size="compact-sm"
            disabled={isSelf}
            onClick={() => onChange({ ...UNCHANGED, active: !user.active })}
          >
            {user.active ? 'Stop' : 'Let in again'}
          </Button>
        </Group>
      </td>
    </tr>
  );
}
