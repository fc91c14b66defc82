import { Button, Checkbox, Group, Progress, Select, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { hasEnded, notesOf, useJob } from '../api/job';
import {
  getRejectedRows,
  type ImportChoices,
  type ImportKind,
  startDryRun,
  startImport,
} from '../api/resources';
import type { Job } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';
import type { ChosenColumns } from '../model/mapping';
import { Changes } from './Changes';
import { Columns } from './Columns';
import { checkQuery } from './checkQuery';
import { Habits } from './Habits';
import { MergeProspects } from './MergeProspects';
import { Profiles } from './Profiles';
import { Problems, Report, Unread } from './Report';
import { saveText } from './save';

/** Kinds whose rows are merged by id; files of the others replace the one before. */
const MERGED: readonly ImportKind[] = ['accounts', 'prospects', 'representatives'];

/** A dry run, and what it was asked with: other choices need another one. */
interface Trial {
  readonly jobId: string;
  readonly asked: string;
}

interface Props {
  readonly kind: ImportKind;
  readonly file: File;
  /** Those that were dropped with it and come after it. */
  readonly waiting: readonly File[];
  onOther(): void;
}

/** One file on its way: which column feeds what, what was found, and the decision to load it. */
export function Import({ kind, file, waiting, onOther }: Props) {
  const client = useQueryClient();
  const formats = useFormats();
  const [chosen, setChosen] = useState<ChosenColumns>({});
  const [goodRowsOnly, setGoodRowsOnly] = useState(false);
  const [jobId, setJobId] = useState<string>();
  const [sheet, setSheet] = useState('');
  const mapping = Object.keys(chosen).length > 0 ? JSON.stringify(chosen) : '';
  const [decimal, setDecimal] = useState('');
  const [days, setDays] = useState('');
  const [profile, setProfile] = useState('');
  const [partOnly, setPartOnly] = useState(false);
  const [mergeProspects, setMergeProspects] = useState(false);
  const choices: ImportChoices = {
    mapping,
    sheet,
    decimal,
    days,
    profile,
    partOnly: partOnly ? 'true' : '',
    mergeProspects: mergeProspects ? 'true' : '',
  };
  const asked = JSON.stringify(choices);
  const [trial, setTrial] = useState<Trial>();
  const check = useQuery({
    ...checkQuery(kind, file, choices),
    placeholderData: (last) => last,
  });
  const loading = useMutation({
    mutationFn: () => startImport(kind, file, choices, goodRowsOnly),
    onSuccess: (job) => setJobId(job.id),
  });
  const trying = useMutation({
    mutationFn: () => startDryRun(kind, file, choices),
    onSuccess: (job) => setTrial({ jobId: job.id, asked }),
  });
  const tried = useJob(trial?.asked === asked ? trial.jobId : undefined, ignore).job;
  const foreseen = tried?.state === 'SUCCEEDED' ? tried.report : undefined;
  const onEnd = useCallback(
    (job: Job) => {
      if (job.state === 'SUCCEEDED') void client.invalidateQueries();
    },
    [client],
  );
  const { job } = useJob(jobId, onEnd);
  const rejected = useMutation({
    mutationFn: () => getRejectedRows(kind, file, choices),
    onSuccess: (rows) => saveText(rows, `${file.name}.rejected.csv`),
  });
  const checked = check.data;
  const report = job?.report ?? checked;
  const loaded = job?.state === 'SUCCEEDED';
  const failed = job?.state === 'FAILED' || job?.state === 'CANCELLED';
  const unread = checked && !checked.complete && checked.rows === 0;
  const ready = checked?.complete && !check.isFetching && !check.error;
  return (
    <Stack>
      <Group>
        <b>{file.name}</b>
        <span className="soft">{formats.count(Math.ceil(file.size / 1024))} kB</span>
        <Button variant="subtle" size="compact-sm" onClick={onOther}>
          {waiting[0] ? `On to ${waiting[0].name}` : 'Another file'}
        </Button>
        {waiting.length > 0 && !MERGED.includes(kind) && (
          <span className="soft">A file of this kind takes the place of the one before.</span>
        )}
        {waiting.length > 1 && (
          <span className="soft">
            then{' '}
            {waiting
              .slice(1)
              .map(({ name }) => name)
              .join(', ')}
          </span>
        )}
      </Group>
      <ProblemNote error={check.error ?? trying.error ?? loading.error ?? rejected.error} />
      {unread && <Unread problems={checked.problems} />}
      {checked && checked.preview.columns.length > 0 && !jobId && (
        <Profiles
          kind={kind}
          report={checked}
          profile={profile}
          chosen={chosen}
          decimal={decimal}
          days={days}
          onProfile={(name) => {
            setProfile(name);
            setChosen({}); // the profile says the columns now
          }}
        />
      )}
      {checked && checked.preview.columns.length > 0 && !jobId && (
        <Habits
          mapping={checked.mapping}
          decimal={decimal}
          days={days}
          onDecimal={setDecimal}
          onDays={setDays}
        />
      )}
      {checked && checked.preview.sheets.length > 1 && !jobId && (
        <Select
          label="Sheet"
          w={260}
          allowDeselect={false}
          data={[...checked.preview.sheets]}
          value={checked.preview.sheet ?? null}
          onChange={(name) => {
            setSheet(name ?? '');
            setChosen({}); // another sheet has other columns
          }}
        />
      )}
      {checked && checked.preview.columns.length > 0 && !jobId && (
        <Columns
          kind={kind}
          preview={checked.preview}
          guessed={checked.mapping}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {check.isFetching && !jobId && <Progress value={100} animated aria-label="Reading" />}
      {jobId && !loaded && !failed && (
        <>
          <div>{job?.message ?? 'Waiting for its turn.'}</div>
          <Progress value={100 * (job?.fraction ?? 0)} animated aria-label="Loading" />
        </>
      )}
      {failed && <Problems problems={job.problems} count={job.problems.length} />}
      {report && !failed && !unread && (
        <Report report={report} loaded={loaded} notes={notesOf(jobId ? job : tried)} />
      )}
      {foreseen && !jobId && (
        <Changes kind={kind} file={file} choices={choices} report={foreseen} loaded={false} />
      )}
      {job?.report && loaded && (
        <Changes kind={kind} file={file} choices={choices} report={job.report} loaded />
      )}
      {tried && !hasEnded(tried) && !jobId && (
        <Progress value={100 * tried.fraction} animated aria-label="Comparing" />
      )}
      {tried?.state === 'FAILED' && !jobId && (
        <Problems problems={tried.problems} count={tried.problems.length} />
      )}
      {checked && checked.rejected > 0 && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={rejected.isPending}
            onClick={() => rejected.mutate()}
          >
            Save the {counted(formats, checked.rejected, 'rejected row')} as a file
          </Button>
        </Group>
      )}
      {ready && !jobId && (
        <Group>
          {checked.rejected > 0 && (
            <Checkbox
              label={`Leave out the ${counted(formats, checked.rejected, 'row')} that cannot be read`}
              checked={goodRowsOnly}
              onChange={(event) => setGoodRowsOnly(event.currentTarget.checked)}
            />
          )}
          {MERGED.includes(kind) && (
            <Checkbox
              label="The file holds only some of them"
              checked={partOnly}
              onChange={(event) => setPartOnly(event.currentTarget.checked)}
            />
          )}
          {kind === 'accounts' && (
            <MergeProspects checked={mergeProspects} onChange={setMergeProspects} />
          )}
          {!foreseen && (
            <Button
              loading={trying.isPending || (tried !== undefined && !hasEnded(tried))}
              disabled={checked.accepted === 0}
              onClick={() => trying.mutate()}
            >
              See what will change
            </Button>
          )}
          <Button
            variant={foreseen ? 'filled' : 'default'}
            loading={loading.isPending}
            disabled={checked.accepted === 0 || (checked.rejected > 0 && !goodRowsOnly)}
            onClick={() => loading.mutate()}
          >
            Load {counted(formats, checked.accepted, 'row')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function ignore(): void {}
