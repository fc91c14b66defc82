import {
  Button,
  Checkbox,
  FileButton,
  Group,
  Progress,
  SegmentedControl,
  Stack,
} from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useCallback, useState } from 'react';
import { useJob } from '../api/job';
import { checkImport, type ImportKind, startImport } from '../api/resources';
import type { ImportReport, Job, ProblemItem } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { counted } from '../model/format';

/** Bringing files in: checked first, then loaded whole or not at all. */
export function Data() {
  const [kind, setKind] = useState<ImportKind>('accounts');
  const [file, setFile] = useState<File>();
  return (
    <div className="page-scroll">
      <div className="page-body">
        <h1 className="page-title">Bring data</h1>
        <p className="page-lead">
          A file is read and reported first; nothing is written until you say so. Rows known by
          their id are updated, new ones are placed on the map and get their owner.
        </p>
        <SegmentedControl
          mb="md"
          value={kind}
          onChange={(value) => {
            setKind(value === 'representatives' ? 'representatives' : 'accounts');
            setFile(undefined);
          }}
          data={[
            { value: 'accounts', label: 'Accounts' },
            { value: 'representatives', label: 'Representatives' },
          ]}
        />
        {file ? (
          <Import
            key={`${kind} ${file.name} ${file.lastModified}`}
            kind={kind}
            file={file}
            onOther={() => setFile(undefined)}
          />
        ) : (
          <DropZone kind={kind} onFile={setFile} />
        )}
      </div>
    </div>
  );
}

interface DropProps {
  readonly kind: ImportKind;
  onFile(file: File): void;
}

function DropZone({ kind, onFile }: DropProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className={`drop${over ? ' over' : ''}`}
      aria-label="Drop a file"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileTypeCsv size={38} stroke={1.3} />
      <b>Drop a CSV file here</b>
      <span className="soft">
        {kind === 'accounts'
          ? 'A name and a postcode are enough. Columns are recognised by their headers.'
          : 'A name is enough; home, quota, skills and dates are read when they are there.'}
      </span>
      <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button variant="default" {...props}>
            Choose a file
          </Button>
        )}
      </FileButton>
    </section>
  );
}

interface ImportProps {
  readonly kind: ImportKind;
  readonly file: File;
  onOther(): void;
}

/** One file on its way: which column feeds what, what was found, and the decision to load it. */
function Import({ kind, file, onOther }: ImportProps) {
  const client = useQueryClient();
  const formats = useFormats();
  const [goodRowsOnly, setGoodRowsOnly] = useState(false);
  const [jobId, setJobId] = useState<string>();
  const checking = useMutation({ mutationFn: () => checkImport(kind, file, '') });
  const loading = useMutation({
    mutationFn: () => startImport(kind, file, '', goodRowsOnly),
    onSuccess: (job) => setJobId(job.id),
  });
  const { mutate: check } = checking;
  const [asked, setAsked] = useState(false);
  if (!asked) {
    setAsked(true);
    queueMicrotask(() => check());
  }
  const onEnd = useCallback(
    (job: Job) => {
      if (job.state === 'SUCCEEDED') void client.invalidateQueries();
    },
    [client],
  );
  const { job } = useJob(jobId, onEnd);
  const report = job?.report ?? checking.data;
  const loaded = job?.state === 'SUCCEEDED';
  return (
    <Stack>
      <Group>
        <b>{file.name}</b>
        <span className="soft">{formats.count(Math.ceil(file.size / 1024))} kB</span>
        <Button variant="subtle" size="compact-sm" onClick={onOther}>
          Another file
        </Button>
      </Group>
      {checking.isPending && <Progress value={100} animated aria-label="Reading" />}
      <ProblemNote error={checking.error ?? loading.error} />
      {jobId && !loaded && job?.state !== 'FAILED' && (
        <>
          <div>{job?.message ?? 'Waiting for its turn.'}</div>
          <Progress value={100 * (job?.fraction ?? 0)} animated aria-label="Loading" />
        </>
      )}
      {job?.state === 'FAILED' && <Problems problems={job.problems} count={job.problems.length} />}
      {report && <Report report={report} loaded={loaded} />}
      {checking.data && !jobId && (
        <Group>
          {checking.data.rejected > 0 && (
            <Checkbox
              label={`Leave out the ${counted(formats, checking.data.rejected, 'row')} that cannot be read`}
              checked={goodRowsOnly}
              onChange={(event) => setGoodRowsOnly(event.currentTarget.checked)}
            />
          )}
          <Button
            loading={loading.isPending}
            disabled={checking.data.accepted === 0 || (checking.data.rejected > 0 && !goodRowsOnly)}
            onClick={() => loading.mutate()}
          >
            Load {counted(formats, checking.data.accepted, 'row')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly loaded: boolean;
}

function Report({ report, loaded }: ReportProps) {
  const formats = useFormats();
  const { placed } = report;
  const places = [
    [placed.exact, 'exactly'],
    [placed.postcode, 'by postcode'],
    [placed.city, 'by city'],
    [placed.region, 'by state'],
    [placed.country, 'by country'],
    [placed.none, 'nowhere'],
  ] as const;
  return (
    <div className="stack" data-testid="import-report">
      <section className="card">
        <h2>{loaded ? 'Loaded' : 'What the file holds'}</h2>
        <p style={{ margin: 0 }}>
          {counted(formats, report.rows, 'row')}: <b>{formats.count(report.accepted)}</b>{' '}
          {loaded ? 'loaded' : 'can be loaded'}
          {report.rejected > 0 && (
            <>
              , <b className="bad">{formats.count(report.rejected)}</b> cannot
            </>
          )}
          {report.repaired > 0 && `, ${formats.count(report.repaired)} were repaired`}. Placed{' '}
          {places
            .filter(([count]) => count > 0)
            .map(([count, word]) => `${formats.count(count)} ${word}`)
            .join(', ')}
          .
        </p>
      </section>
      <section className="card">
        <h2>Columns</h2>
        <div className="mapping">
          {report.mapping.map(({ field, column, constant, chosen, confidence }) => (
            <span key={field} className="mapped">
              <b>{column || constant}</b> → {field}
              <span className="soft">
                {chosen ? ' as told' : ` recognised, ${formats.percent(confidence, 0)} sure`}
              </span>
            </span>
          ))}
        </div>
      </section>
      {report.problems.length > 0 && (
        <Problems problems={report.problems} count={report.problemCount} />
      )}
    </div>
  );
}

interface ProblemsProps {
  readonly problems: readonly ProblemItem[];
  readonly count: number;
}

const MOST_PROBLEMS = 200;

function Problems({ problems, count }: ProblemsProps) {
  const formats = useFormats();
  return (
    <section className="card">
      <h2>{counted(formats, count, 'thing')} worth a look</h2>
      <table className="grid figures">
        <tbody>
          {problems.slice(0, MOST_PROBLEMS).map((problem) => (
            <tr key={`${problem.row} ${problem.column} ${problem.message}`}>
              <td className="soft">
                {problem.row == null ? '' : `Row ${formats.count(problem.row)}`}
              </td>
              <td className="soft">{problem.column}</td>
              <td className={problem.severity === 'ERROR' ? 'bad' : ''}>
                {problem.message} {problem.hint && <span className="soft">{problem.hint}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
