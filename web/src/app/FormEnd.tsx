import { Button, Group } from '@mantine/core';
import { ProblemNote } from './ProblemNote';

interface Props {
  /** What was refused and stands at no field. */
  readonly error?: Error | null;
  readonly sending: boolean;
  /** What sending does. */
  readonly label: string;
  onCancel(): void;
}

/** The end of a form in a dialog or a card: what went wrong as a whole, and the two ways out. */
export function FormEnd({ error, sending, label, onCancel }: Props) {
  return (
    <>
      <ProblemNote error={error} />
      <Group justify="flex-end" className="dialog-actions">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={sending}>
          {label}
        </Button>
      </Group>
    </>
  );
}
