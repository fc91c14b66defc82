import type { PotentialPreview } from '../api/wire';
import { useFormats } from '../app/useCompany';

interface Props {
  readonly preview: PotentialPreview;
  /** Whether a newer answer is on its way. */
  readonly fades: boolean;
}

/** Each segment in sum, and all of them: what counts now, and what would by the model. */
export function SegmentTable({ preview, fades }: Props) {
  const formats = useFormats();
  const { accounts, potential, workload, won, closed, rate, segments } = preview;
  const rows = [
    ...segments,
    { name: 'All', accounts, potential, workload, won, closed, rate, sizeUnknown: 0 },
  ];
  return (
    <div className="scroll-x">
      <table className="grid figures" data-testid="segments" aria-busy={fades}>
        <thead>
          <tr>
            <th>Segment</th>
            <th className="right">Accounts</th>
            <th className="right">Potential now</th>
            <th className="right">By the model</th>
            <th className="right">Hours now</th>
            <th className="right">By the model</th>
            <th className="right">Deals won of closed</th>
            <th className="right">Rate</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr
              key={number === segments.length ? '' : row.name}
              className={number === segments.length ? 'total' : ''}
            >
              <th scope="row">{row.name}</th>
              <td className="right">{formats.count(row.accounts)}</td>
              <td className="right">{formats.money(row.potential.before)}</td>
              <td className="right">
                <b title={formats.moneyExact(row.potential.after)}>
                  {formats.money(row.potential.after)}
                </b>{' '}
                <span className="soft">{share(row.potential.after, potential.after)}</span>
              </td>
              <td className="right">{formats.count(row.workload.before)}</td>
              <td className="right">
                <b>{formats.count(row.workload.after)}</b>
              </td>
              <td className="right">
                {formats.count(row.won)} / {formats.count(row.closed)}
              </td>
              <td className="right">{formats.percent(row.rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function share(part: number, whole: number): string {
    return whole > 0 ? formats.percent(part / whole, 0) : '';
  }
}
