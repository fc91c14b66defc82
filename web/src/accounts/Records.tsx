import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getAccountRecords } from '../api/resources';
import type { AccountRecords } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import type { Formats } from '../model/format';
import { spanWords } from '../model/span';

interface Props {
  readonly id: string;
  /** Who has it today. */
  readonly owner: string | null | undefined;
}

/** What files told of an account beside its figures; a part that no file told is left out. */
export function Records({ id, owner }: Props) {
  const records = useQuery({
    queryKey: ['account-records', id],
    queryFn: () => getAccountRecords(id),
  });
  const formats = useFormats();
  if (!records.data) return <ProblemNote error={records.error} />;
  const { contacts, sites, assignments, touches, ownerTime } = records.data;
  return (
    <>
      {contacts.length > 0 && (
        <Part title="People there" columns={['Name', 'Position', 'How to reach']}>
          {contacts.map(({ externalId, name, title, email, phone }) => (
            <tr key={externalId}>
              <td>{name}</td>
              <td>{title}</td>
              <td>
                {email && <a href={`mailto:${email}`}>{email}</a>}
                {phone && <div className="soft">{phone}</div>}
              </td>
            </tr>
          ))}
        </Part>
      )}
      {sites.length > 0 && (
        <Part title="Sites" columns={['Site', 'Address']}>
          {sites.map(({ externalId, name, kind, address }) => (
            <tr key={externalId}>
              <td>
                {name || externalId}
                {kind && <div className="soft">{kind}</div>}
              </td>
              <td>{address || <span className="soft">no address</span>}</td>
            </tr>
          ))}
        </Part>
      )}
      {assignments.length > 0 && <Assignments rows={assignments} formats={formats} />}
      {touches.length > 0 && (
        <Part title="In touch" columns={['Who', 'How', '>Times', '>Last']}>
          {touches.map(({ representative, kind, number, last }) => (
            <tr key={`${representative} ${kind}`}>
              <td>{representative ?? <span className="soft">somebody unknown</span>}</td>
              <td>{kind}</td>
              <td className="right">{formats.count(number)}</td>
              <td className="right">{formats.day(last)}</td>
            </tr>
          ))}
        </Part>
      )}
      {ownerTime.length > 0 && (
        <Part
          title={`Working time of ${owner ?? 'its owner'}`}
          note="On all accounts together: files tell working time by person only."
          columns={['What', '>Hours', '>From', '>Until']}
        >
          {ownerTime.map(({ kind, hours, from, last }) => (
            <tr key={kind}>
              <td>{kind || <span className="soft">not said</span>}</td>
              <td className="right">{formats.number(hours)}</td>
              <td className="right">{formats.day(from)}</td>
              <td className="right">{formats.day(last)}</td>
            </tr>
          ))}
        </Part>
      )}
    </>
  );
}

interface AssignmentsProps {
  readonly rows: AccountRecords['assignments'];
  readonly formats: Formats;
}

function Assignments({ rows, formats }: AssignmentsProps) {
  return (
    <Part title="Who had it by other systems" columns={['Who', 'Territory', 'When']}>
      {rows.map(({ representative, owner, territory, from, until }) => (
        <tr key={`${owner} ${territory} ${from} ${until}`}>
          <td>
            {representative ?? owner}
            {!representative && owner && <div className="soft">not among our people</div>}
          </td>
          <td>{territory}</td>
          <td>{spanWords(formats, from, until)}</td>
        </tr>
      ))}
    </Part>
  );
}

interface PartProps {
  readonly title: string;
  readonly note?: string;
  /** Headers; one that begins with &gt; stands to the right. */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

function Part({ title, note, columns, children }: PartProps) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {note && <p className="soft">{note}</p>}
      <div className="scroll-x">
        <table className="grid figures">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} className={column.startsWith('>') ? 'right' : ''}>
                  {column.replace('>', '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
