import { useQuery } from '@tanstack/react-query';
import { getDeliveries } from '../api/resources';
import { useFormats } from '../app/useCompany';
import { findKind, labelOf } from './kinds';

/** Which file of each kind is in force; accounts and people are merged and have none. */
export function Deliveries() {
  const formats = useFormats();
  const deliveries = useQuery({ queryKey: ['deliveries'], queryFn: getDeliveries });
  const items = deliveries.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card flush" style={{ marginTop: 16 }} data-testid="deliveries">
      <table className="grid figures">
        <thead>
          <tr>
            <th>In force</th>
            <th>File</th>
            <th>Records</th>
            <th>Until</th>
            <th>Loaded by</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ kind, source, file, rows, asOf, loadedBy }) => {
            const known = findKind(kind);
            return (
              <tr key={`${kind} ${source}`}>
                <td>
                  <b>{known ? labelOf(known) : kind}</b>
                </td>
                <td>{file}</td>
                <td>{formats.count(rows)}</td>
                <td className="soft">{asOf}</td>
                <td className="soft">{loadedBy}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
