import { Button } from '@mantine/core';
import { ProblemNote } from './ProblemNote';

interface Props {
  readonly of: {
    readonly error: unknown;
    readonly isFetching: boolean;
    refetch(): unknown;
  };
}

/** Why something could not be read, and the way to ask for it once more. */
export function TryAgain({ of }: Props) {
  if (!of.error) return null;
  return (
    <>
      <ProblemNote error={of.error} />
      <Button variant="default" my="sm" loading={of.isFetching} onClick={() => of.refetch()}>
        Try again
      </Button>
    </>
  );
}
