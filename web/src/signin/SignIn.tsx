import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { changePassword, type Session, signIn } from '../api/session';
import { ProblemNote } from '../app/ProblemNote';

interface Props {
  onSignedIn(session: Session): void;
}

export function SignIn({ onSignedIn }: Props) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  return (
    <Welcome title="Sign in" lead="Territories that are designed, proven and owned.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate({ username, password });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="User name"
            name="username"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNote error={entering.error} />
          <Button type="submit" mt="xs" fullWidth loading={entering.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}

/** Stands before everything else while the password is still the one-time secret. */
export function NewPassword({ onChanged }: { onChanged(): void }) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [again, setAgain] = useState('');
  const changing = useMutation({ mutationFn: changePassword, onSuccess: onChanged });
  const differs = again !== '' && again !== newPassword;
  return (
    <Welcome
      title="Choose your password"
      lead="The one you signed in with works once. From now on, only you know it."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (newPassword === again) changing.mutate({ currentPassword, newPassword });
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            label="One-time password"
            name="current"
            autoComplete="current-password"
            autoFocus
            required
            withAsterisk={false}
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label="New password"
            description="At least 10 characters. A few unrelated words are easy to keep in mind."
            name="new"
            autoComplete="new-password"
            minLength={10}
            maxLength={72}
            required
            withAsterisk={false}
            value={newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
          />
          <PasswordInput
            label="New password again"
            name="again"
            autoComplete="new-password"
            required
            withAsterisk={false}
            error={differs ? 'The two do not agree yet.' : undefined}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          <ProblemNote error={changing.error} />
          <Button type="submit" mt="xs" fullWidth disabled={differs} loading={changing.isPending}>
            Keep this password
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}

interface WelcomeProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

function Welcome({ title, lead, children }: WelcomeProps) {
  return (
    <main className="sign-in">
      <div className="sign-in-form">
        <div className="sign-in-brand">
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <span>Bailiwick</span>
        </div>
        <h1 className="page-title">{title}</h1>
        <p className="page-lead">{lead}</p>
        {children}
      </div>
      <div className="sign-in-picture" aria-hidden="true">
        <img src="/territories.svg" alt="" />
      </div>
    </main>
  );
}
