interface Props {
  readonly code: string;
  readonly name: string | null | undefined;
}

/** A territory as one reads it: its code, and its name when that says more. */
export function TerritoryName({ code, name }: Props) {
  return (
    <>
      <b>{code}</b>
      {name && name !== code && ` ${name}`}
    </>
  );
}
