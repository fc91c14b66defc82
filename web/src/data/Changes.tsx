import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getImportChanges, type ImportChoices, type ImportKind } from '../api/resources';
import type { ImportChanges, ImportReport, RowChange } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { changesSentence, replacedSentence } from '../model/changes';
import { saveText } from './save';

interface Props {
  readonly kind: ImportKind;
  readonly file: File;
  readonly choices: ImportChoices;
  readonly report: ImportReport;
  readonly loaded: boolean;
}

/** What a file changes of what is there: told before it is loaded, and again after. */
export function Changes({ kind, file, choices, report, loaded }: Props) {
  const formats = useFormats();
  const saving = useMutation({
    mutationFn: () => getImportChanges(kind, file, choices),
    onSuccess: (rows) => saveText(rows, `${file.name}.changes.csv`),
  });
  const { changes } = report;
  if (!changes) {
    return (
      <section className="card" data-testid="changes">
        <h2>{loaded ? 'What was replaced' : 'What will change'}</h2>
        <p style={{ margin: 0 }}>
          <Sentence text={replacedSentence(formats, report, loaded)} />
        </p>
      </section>
    );
  }
  return (
    <section className="card" data-testid="changes">
      <h2>{loaded ? 'What changed' : 'What will change'}</h2>
      <p>{changesSentence(formats, changes, loaded)}</p>
      {changes.fields.length > 0 && (
        <p className="soft">
          {changes.fields.map(({ field, rows }) => `${field} × ${formats.count(rows)}`).join(', ')}
        </p>
      )}
      {changes.sample.length > 0 && <Sample changes={changes} />}
      <ProblemNote error={saving.error} />
      {!loaded && changes.sample.length > 0 && (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          Save all changes as a file
        </Button>
      )}
    </section>
  );
}

function Sample({ changes }: { readonly changes: ImportChanges }) {
  return (
    <div className="scroll-x">
      <table className="grid figures">
        <tbody>
          {changes.sample.map((row) => (
            <tr key={`${row.kind} ${row.externalId}`}>
              <td className="soft">{KIND_WORDS[row.kind]}</td>
              <td>
                {row.name}
                <div className="soft">{row.externalId}</div>
              </td>
              <td>
                <What row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KIND_WORDS: Readonly<Record<RowChange['kind'], string>> = {
  NEW: 'new',
  CHANGED: 'changed',
  MISSING: 'not in the file',
};

function What({ row }: { readonly row: RowChange }) {
  const formats = useFormats();
  if (row.kind === 'MISSING') {
    return (
      <span className="soft">
        Kept{row.lastSeen ? `; last seen ${formats.moment(row.lastSeen)}` : ''}
      </span>
    );
  }
  return row.values.map(({ field, before, after }) => (
    <div key={field}>
      <span className="soft">{field}</span> <del>{before || 'blank'}</del> →{' '}
      <ins>{after || 'blank'}</ins>
    </div>
  ));
}
