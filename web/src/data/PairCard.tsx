import { Button, Group, Kbd, Radio } from '@mantine/core';
import type { PairView } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { sideBySide } from '../model/pairs';

interface Props {
  readonly pair: PairView;
  readonly survivor: string;
  readonly busy: boolean;
  onSurvivor(id: string): void;
  onMerge(): void;
  onDismiss(): void;
  onUndo(): void;
}

/** Two accounts side by side, what speaks for and against their being one, and the decision. */
export function PairCard(props: Props) {
  const { pair, survivor, busy, onSurvivor, onMerge, onDismiss, onUndo } = props;
  const formats = useFormats();
  const open = pair.state === 'OPEN';
  return (
    <section className="card" data-testid="pair">
      <ul className="evidence">
        {pair.evidence.map(({ field, points, text }) => (
          <li key={field} className={points >= 0 ? 'for' : 'against'}>
            {points >= 0 ? '+' : '−'} {text}
          </li>
        ))}
      </ul>
      <div className="scroll-x">
        <table className="grid figures sides">
          <thead>
            <tr>
              <th aria-label="Field" />
              {[pair.first, pair.second].map((side, number) => (
                <th key={side.id}>
                  {open ? (
                    <Radio
                      label={`Keep ${number === 0 ? 'the first' : 'the second'}`}
                      checked={survivor === side.id}
                      onChange={() => onSurvivor(side.id)}
                    />
                  ) : (
                    (pair.state === 'MERGED' && (number === 0 ? 'Kept' : 'Merged into it')) || ''
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sideBySide(pair, formats).map(({ label, first, second, differs }) => (
              <tr key={label} className={differs ? 'differs' : ''}>
                <td className="soft">{label}</td>
                <td>{first}</td>
                <td>{second}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open ? (
        <Group mt="md">
          <Button loading={busy} onClick={onMerge} rightSection={<Kbd size="xs">Enter</Kbd>}>
            Merge
          </Button>
          <Button
            variant="default"
            disabled={busy}
            onClick={onDismiss}
            rightSection={<Kbd size="xs">X</Kbd>}
          >
            They are two
          </Button>
        </Group>
      ) : (
        <Group mt="md">
          <span className="soft">
            {pair.state === 'MERGED' ? 'Merged' : 'Kept apart'} by{' '}
            {pair.decision?.byRule ? `the rule that ${pair.decision.who} ran` : pair.decision?.who},{' '}
            {formats.moment(pair.decision?.at ?? pair.foundAt)}.
          </span>
          <Button variant="default" loading={busy} onClick={onUndo}>
            Undo
          </Button>
        </Group>
      )}
    </section>
  );
}
