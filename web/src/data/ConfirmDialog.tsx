import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  /** What it will do, in a sentence. */
  readonly children: ReactNode;
  readonly action: string;
  readonly color?: 'red' | 'petrol';
  onConfirm(): void;
  onClose(): void;
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  color = 'petrol',
  onConfirm,
  onClose,
}: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack>
        <p style={{ margin: 0 }}>{children}</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button
            color={color}
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
