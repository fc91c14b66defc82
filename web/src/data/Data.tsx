import { Button, FileButton, Select } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import type { ImportKind } from '../api/resources';
import { useView } from '../app/useView';
import { Connections } from './Connections';
import { type DataPart, DataParts, partOf } from './DataParts';
import { Deliveries } from './Deliveries';
import { Duplicates } from './Duplicates';
import { Import } from './Import';
import { findKind, KIND_CHOICES, WHAT_IS_ENOUGH } from './kinds';
import { Market } from './Market';
import { Potential } from './Potential';
import { Quality } from './Quality';

/** What comes in, and how far to believe it: each part is a screen of its own. */
export function Data() {
  const { view } = useView();
  const part = partOf(view.open);
  return (
    <div className="page-scroll">
      <div className={`page-body${part === 'quality' || part === 'potential' ? ' wide' : ''}`}>
        <DataParts />
        <Part part={part} />
      </div>
    </div>
  );
}

function Part({ part }: { readonly part: DataPart }) {
  switch (part) {
    case 'files':
      return <BringData />;
    case 'duplicates':
      return <Duplicates />;
    case 'potential':
      return <Potential />;
    case 'market':
      return <Market />;
    case 'connections':
      return <Connections />;
    case 'quality':
      return (
        <>
          <h1 className="page-title">Data quality</h1>
          <p className="page-lead">
            How much of each territory’s potential rests on accounts that are doubtful, which they
            are, and how far the balance can be believed.
          </p>
          <Quality />
        </>
      );
  }
}

/** Bringing files in: checked first, then loaded whole or not at all. */
function BringData() {
  const [kind, setKind] = useState<ImportKind>('accounts');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [file, ...waiting] = files;
  return (
    <>
      <h1 className="page-title">Bring data</h1>
      <p className="page-lead">
        A file is read and reported first; nothing is written until you say so. Rows known by their
        id are updated, new ones are placed on the map and get their owner.
      </p>
      <Select
        label="What the file holds"
        mb="md"
        w={260}
        searchable
        allowDeselect={false}
        maxDropdownHeight={480}
        value={kind}
        onChange={(word) => {
          setKind(findKind(word) ?? kind);
          setFiles([]);
        }}
        data={KIND_CHOICES}
      />
      {file ? (
        <Import
          key={`${kind} ${file.name} ${file.lastModified} ${waiting.length}`}
          kind={kind}
          file={file}
          waiting={waiting}
          onOther={() => setFiles(waiting)}
        />
      ) : (
        <>
          <DropZone kind={kind} onFiles={setFiles} />
          <Deliveries />
        </>
      )}
    </>
  );
}

interface DropProps {
  readonly kind: ImportKind;
  onFiles(files: readonly File[]): void;
}

function DropZone({ kind, onFiles }: DropProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
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
      <b>Drop CSV files or Excel workbooks here</b>
      <span className="soft">{WHAT_IS_ENOUGH[kind]}</span>
      <FileButton accept=".csv,.tsv,.txt,.gz,.xlsx,text/csv" multiple onChange={onFiles}>
        {(props) => (
          <Button variant="default" {...props}>
            Choose files
          </Button>
        )}
      </FileButton>
    </section>
  );
}
