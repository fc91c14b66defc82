import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly secret: string;
  readonly children: ReactNode;
  onDone(): void;
}

/** A secret on its only appearance. */
export function SecretNote({ secret, children, onDone }: Props) {
  return (
    <div className="secret" role="status" data-testid="secret">
      <div>{children}</div>
      <div className="secret-row">
        <code>{secret}</code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" size="compact-sm" onClick={onDone}>
          I have it
        </Button>
      </div>
    </div>
  );
}
