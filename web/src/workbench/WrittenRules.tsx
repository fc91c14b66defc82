import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getScenarioRules, setScenarioRules } from '../api/resources';
import type { WrittenRule } from '../api/wire';
import { ProblemList } from '../app/ProblemList';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';

interface Props {
  readonly scenarioId: string;
  /** Told while the text differs from what the scenario keeps, and after it was kept. */
  onEdit(pending: boolean): void;
}

const SAMPLE = `rules new-business
territory T07 {
  rule hospitals
    when industry starts 622 and area within US/IL
}`;

/** Rules that come before the areas: written or read from a file, proven by the server, then kept. */
export function WrittenRules({ scenarioId, onEdit }: Props) {
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: ['scenario', scenarioId, 'rules'],
    queryFn: () => getScenarioRules(scenarioId),
  });
  const [typed, setTyped] = useState<string>();
  const keeping = useMutation({
    mutationFn: (text: string) => setScenarioRules(scenarioId, kept.data?.etag, text),
    onSuccess: async (answer) => {
      client.setQueryData(['scenario', scenarioId, 'rules'], answer);
      setTyped(undefined);
      onEdit(false);
      await client.invalidateQueries();
    },
  });
  if (!kept.data) return <ProblemNote error={kept.error} />;
  const saved = kept.data.value;
  const text = typed ?? saved.text;
  const edit = (value: string) => {
    keeping.reset();
    setTyped(value);
    onEdit(value !== saved.text);
  };
  return (
    <Stack gap="xs" data-testid="written-rules">
      <Textarea
        label="Written rules"
        description="They come before the areas: by industry, size, segment, area or named account."
        placeholder={SAMPLE}
        autosize
        minRows={2}
        maxRows={12}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        value={text}
        onChange={(event) => edit(event.currentTarget.value)}
      />
      <ProblemNote error={keeping.error} />
      <Group gap="xs">
        <FileButton onChange={(file) => file?.text().then(edit)}>
          {(props) => (
            <Button {...props} variant="subtle" size="compact-sm">
              From a file…
            </Button>
          )}
        </FileButton>
        {text !== saved.text && (
          <Button
            size="compact-sm"
            variant="default"
            loading={keeping.isPending}
            onClick={() => keeping.mutate(text)}
          >
            Prove and keep
          </Button>
        )}
      </Group>
      {text === saved.text && saved.rules.map((rule) => <Effect key={rule.name} rule={rule} />)}
      {text === saved.text && <ProblemList problems={saved.problems} />}
    </Stack>
  );
}

function Effect({ rule }: { readonly rule: WrittenRule }) {
  const formats = useFormats();
  const elsewhere = rule.takenFrom.filter(
    ({ territoryCode }) => territoryCode !== rule.territoryCode,
  );
  const from = elsewhere
    .map(
      ({ territoryCode, decides }) =>
        `${formats.count(decides.accounts)} from ${territoryCode ?? 'nobody'}`,
    )
    .join(', ');
  return (
    <div className="soft">
      <b>{rule.name}</b> gives {counted(formats, rule.decides.accounts, 'account')} to{' '}
      {rule.territoryCode}
      {from ? `: ${from}.` : '.'}
    </div>
  );
}
