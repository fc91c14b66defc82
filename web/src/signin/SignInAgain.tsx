import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Session, signIn } from '../api/session';
import { ProblemNote } from '../app/ProblemNote';

interface Props {
  readonly username: string;
  onSignedIn(session: Session): void;
}

/** Stands above the page when the session has ended: what was on the screen stays where it is. */
export function SignInAgain({ username, onSignedIn }: Props) {
  const [password, setPassword] = useState('');
  const entering = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={<b>Your session has ended</b>}
      zIndex={500}
    >
      <form
        data-testid="sign-in-again"
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate({ username, password });
        }}
      >
        <Stack gap="sm">
          <p className="soft" style={{ margin: 0 }}>
            Sign in again as <b>{username}</b>. Everything is where you left it; what was not saved
            yet is saved then.
          </p>
          <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            data-autofocus
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNote error={entering.error} />
          <Button type="submit" loading={entering.isPending}>
            Sign in
          </Button>
          <Button variant="subtle" color="gray" onClick={() => window.location.reload()}>
            Sign in as someone else
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
