import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  deleteMappingProfile,
  getMappingProfiles,
  type ImportKind,
  saveMappingProfile,
} from '../api/resources';
import type { ImportReport } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import type { ChosenColumns } from '../model/mapping';
import { profileContent, profileNote } from '../model/profile';

interface Props {
  readonly kind: ImportKind;
  readonly report: ImportReport;
  /** What was asked for: blank to recognise one by the header. */
  readonly profile: string;
  readonly chosen: ChosenColumns;
  readonly decimal: string;
  readonly days: string;
  onProfile(profile: string): void;
}

/** Which profile the columns are read by, and saving what was corrected as another. */
export function Profiles({ kind, report, profile, chosen, decimal, days, onProfile }: Props) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const key = ['mapping-profiles', kind];
  const profiles = useQuery({ queryKey: key, queryFn: () => getMappingProfiles(kind) });
  const used = profiles.data?.saved.find((one) => one.name === report.profile);
  const { mapping } = report;
  const saving = useMutation({
    mutationFn: () =>
      saveMappingProfile(
        kind,
        name.trim(),
        profileContent({ mapping, chosen, decimal, days, used }),
      ),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: key });
      setName('');
      onProfile(saved.name);
    },
  });
  const deleting = useMutation({
    mutationFn: () => deleteMappingProfile(kind, profile),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key });
      onProfile('');
    },
  });
  const saved = profiles.data?.saved.map((one) => one.name) ?? [];
  const groups = [
    {
      group: 'Found out',
      items: [
        { value: '', label: 'recognised by the header' },
        { value: 'none', label: 'none' },
      ],
    },
    { group: 'Exports', items: (profiles.data?.ready ?? []).map(asChoice) },
    { group: 'Saved', items: saved.map(asChoice) },
  ].filter(({ items }) => items.length > 0);
  return (
    <div data-testid="profiles">
      <ProblemNote error={profiles.error ?? saving.error ?? deleting.error} />
      <Group align="end">
        <Select
          label="Columns are read by the profile"
          description={profileNote(report.profile, profile)}
          w={300}
          searchable
          allowDeselect={false}
          data={groups}
          value={profile}
          onChange={(chosen) => onProfile(chosen ?? '')}
        />
        {saved.includes(profile) && (
          <Button variant="subtle" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            Delete this profile
          </Button>
        )}
        <TextInput
          label="Save the columns as a profile"
          placeholder="Name"
          w={220}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={name.trim() === '' || !profiles.data}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          Save
        </Button>
      </Group>
    </div>
  );
}

const asChoice = (name: string) => ({ value: name, label: name });
