import type { ExceptionView } from '../api/wire';

export type ExceptionKind = ExceptionView['kind'];

interface KindWords {
  readonly kind: ExceptionKind;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly told: string;
}

export const KINDS: readonly KindWords[] = [
  {
    kind: 'NAMED',
    label: 'Named',
    told: 'Somebody has it by name until a day, whatever the rules say; a person keeps it in whatever seat.',
  },
  {
    kind: 'HELD',
    label: 'Held',
    told: 'It stays with the owner that it has, until a day.',
  },
  {
    kind: 'STRATEGIC',
    label: 'Strategic',
    told: 'It is taken out of the model for a team, without an end; somebody looks at it again on a day of review.',
  },
];

export function kindLabel(kind: ExceptionKind): string {
  return KINDS.find((one) => one.kind === kind)?.label ?? kind;
}
