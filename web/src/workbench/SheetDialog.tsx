import { Button, FileButton, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { returnSheet } from '../api/resources';
import type { ReturnedSheet, ScenarioSummary } from '../api/wire';
import { BY_KEYS } from '../app/byKeys';
import { ProblemList } from '../app/ProblemList';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';
import { NOTHING } from '../model/selection';
import { tellsMore } from '../model/sheet';

interface Props {
  readonly opened: boolean;
  readonly summary: ScenarioSummary;
  onClose(): void;
}

/** An edited workbook comes back: first what it asks for and what is wrong, then a scenario of it. */
export function SheetDialog({ opened, summary, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size={680} title="Bring a workbook back">
      {opened && <SheetForm summary={summary} onClose={onClose} />}
    </Modal>
  );
}

function SheetForm({ summary, onClose }: Omit<Props, 'opened'>) {
  const { change } = useView();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [name, setName] = useState(`${summary.name} edited`);
  const newSignal = useNewSignal();
  const looking = useMutation({
    mutationFn: (chosen: File) => returnSheet(summary.id, chosen, '', newSignal()),
  });
  const making = useMutation({
    mutationFn: (chosen: File) => returnSheet(summary.id, chosen, name, newSignal()),
    // Given up half-way, the scenario may have been made all the same: then it is listed.
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
    onSuccess: (made) => {
      if (made.scenarioId && !tellsMore(looking.data, made)) open(made.scenarioId);
    },
  });
  const open = (scenarioId: string) => {
    change({ scenario: scenarioId, selection: NOTHING }, true);
    onClose();
  };
  const found = looking.data;
  if (making.data) {
    return <Answered name={name} sheet={making.data} onOpen={open} onClose={onClose} />;
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) making.mutate(file);
      }}
    >
      <Stack data-testid="sheet">
        <Group>
          <FileButton
            accept=".xlsx"
            onChange={(chosen) => {
              if (!chosen) return;
              setFile(chosen);
              making.reset();
              looking.mutate(chosen);
            }}
          >
            {(props) => (
              <Button variant="default" loading={looking.isPending} {...props}>
                {file ? 'Choose another file' : 'Choose the workbook'}
              </Button>
            )}
          </FileButton>
          <span className="soft">{file?.name}</span>
        </Group>
        <ProblemNote error={looking.error ?? making.error} />
        {found && <Found sheet={found} />}
        {found && found.moved > 0 && (
          <TextInput
            label="Name of the scenario to make"
            required
            withAsterisk={false}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!found || found.moved === 0} loading={making.isPending}>
            Make the scenario
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A signal for each request; the one before ends by it, and the last when the dialog goes. */
function useNewSignal(): () => AbortSignal {
  const last = useRef<AbortController>(undefined);
  useEffect(() => () => last.current?.abort(), []);
  return useCallback(() => {
    last.current?.abort();
    last.current = new AbortController();
    return last.current.signal;
  }, []);
}

interface AnsweredProps {
  readonly name: string;
  readonly sheet: ReturnedSheet;
  onOpen(scenarioId: string): void;
  onClose(): void;
}

/** What came of it when that is not what was told before: the accounts changed in between. */
function Answered({ name, sheet, onOpen, onClose }: AnsweredProps) {
  const { scenarioId } = sheet;
  return (
    <Stack data-testid="sheet-answer">
      <p style={{ margin: 0 }}>
        {scenarioId
          ? `“${name}” was made. Meanwhile something changed; this is what it holds:`
          : 'No scenario was made: meanwhile something changed, and nothing is left to move.'}
      </p>
      <Found sheet={sheet} />
      <Group justify="flex-end">
        <Button variant={scenarioId ? 'default' : 'filled'} onClick={onClose}>
          Close
        </Button>
        {scenarioId && <Button onClick={() => onOpen(scenarioId)}>Open the scenario</Button>}
      </Group>
    </Stack>
  );
}

function Found({ sheet }: { readonly sheet: ReturnedSheet }) {
  const formats = useFormats();
  return (
    <>
      <p style={{ margin: 0 }}>
        <b>{counted(formats, sheet.moved, 'account')}</b> {sheet.moved === 1 ? 'moves' : 'move'},{' '}
        {counted(formats, sheet.unchanged, 'row')} {sheet.unchanged === 1 ? 'asks' : 'ask'} for
        nothing
        {sheet.problemCount > 0 &&
          `, ${counted(formats, sheet.problemCount, 'thing')} left undone or worth knowing`}
        .
      </p>
      <ProblemList problems={sheet.problems} />
      {sheet.moves.length > 0 && (
        <section className="dry-run-flows" aria-label="What moves" {...BY_KEYS}>
          <table className="grid figures">
            <thead>
              <tr>
                <th>Account</th>
                <th>From</th>
                <th>To</th>
                <th className="right">Potential</th>
              </tr>
            </thead>
            <tbody>
              {sheet.moves.map((move) => (
                <tr key={move.accountId}>
                  <td>
                    {move.name} <span className="soft">{move.externalId}</span>
                  </td>
                  <td>{move.from ?? 'nobody'}</td>
                  <td>{move.to}</td>
                  <td className="right">{formats.money(move.potential)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
