import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getImportFields, type ImportKind } from '../api/resources';
import type { ImportPreview, MappedColumn } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { type ChosenColumns, chooseField, fieldsByColumn } from '../model/mapping';

interface Props {
  readonly kind: ImportKind;
  readonly preview: ImportPreview;
  readonly guessed: readonly MappedColumn[];
  readonly chosen: ChosenColumns;
  onChoose(chosen: ChosenColumns): void;
}

const LEFT_OUT = '';

/** How the column writes its numbers or days, and what tells. */
function habitOf(use: MappedColumn | undefined): string {
  return use?.habit ? ` · ${use.habit} (${use.habitBasis})` : '';
}

/** Each column of the file with its first values and what it is read as; a select box corrects it. */
export function Columns({ kind, preview, guessed, chosen, onChoose }: Props) {
  const formats = useFormats();
  const fields = useQuery({
    queryKey: ['import-fields', kind],
    queryFn: () => getImportFields(kind),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const feeds = useMemo(() => fieldsByColumn(guessed, chosen), [guessed, chosen]);
  const choices = [
    { value: LEFT_OUT, label: 'left out' },
    ...(fields.data?.items ?? []).map(({ field }) => ({ value: field, label: field })),
  ];
  const meaningOf = new Map(fields.data?.items.map(({ field, meaning }) => [field, meaning]));
  const useOf = new Map(guessed.map((use) => [use.column, use]));
  return (
    <section className="card flush" data-testid="columns">
      <table className="grid figures">
        <thead>
          <tr>
            <th>Column of the file</th>
            <th>First values</th>
            <th>Read as</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ name: column, samples }) => {
            const field = feeds.get(column);
            return (
              <tr key={column}>
                <td>
                  <b>{column}</b>
                </td>
                <td className="soft samples">{samples.join(' · ')}</td>
                <td>
                  <Select
                    aria-label={`${column} is read as`}
                    w={190}
                    size="xs"
                    searchable
                    allowDeselect={false}
                    data={choices}
                    value={field ?? LEFT_OUT}
                    onChange={(value) =>
                      onChoose(chooseField(guessed, chosen, column, value || undefined))
                    }
                  />
                </td>
                <td className="soft">
                  {field === undefined
                    ? ''
                    : chosen[field] === column
                      ? (meaningOf.get(field) ?? '')
                      : `recognised, ${formats.percent(useOf.get(column)?.confidence ?? 0, 0)} sure`}
                  {field !== undefined && habitOf(useOf.get(column))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
