import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getQuality } from '../api/resources';
import type { ScenarioSummary } from '../api/wire';
import { ProblemList } from '../app/ProblemList';
import { useFormats } from '../app/useCompany';
import { givenTheData } from '../model/doubt';
import { counted, type Formats } from '../model/format';
import { measureLabel } from './words';

interface Props {
  readonly summary: ScenarioSummary;
  /** The figures after the move being considered. */
  readonly after: ScenarioSummary | undefined;
  readonly change: { readonly accounts: number; readonly potential: number } | undefined;
  readonly againstName: string | undefined;
}

/** How even the territories are, with the bound beside the value, and what changes hands. */
export function BalancePanel({ summary, after, change, againstName }: Props) {
  const formats = useFormats();
  const faults = summary.contiguityFaults;
  return (
    <section className="panel-section" aria-label="Balance" data-testid="balance">
      <h2 className="panel-title">
        {counted(formats, summary.territories.length, 'territory', 'territories')}
        <span className="soft">
          {counted(formats, summary.total.accounts, 'account')} ·{' '}
          {formats.money(summary.total.potential)}
        </span>
      </h2>
      <div className="balance figures">
        {wishesFirst(summary.balance).map((row) => (
          <BalanceRow
            key={row.measure}
            row={row}
            after={after?.balance.find(({ measure }) => measure === row.measure)?.largestDeviation}
            formats={formats}
          />
        ))}
      </div>
      <GivenTheData summary={summary} />
      <div className="moved figures">
        <span>{againstName ? `Moves against ${againstName}` : 'Moves'}</span>
        <span className="balance-value" data-testid="moved">
          {change
            ? `${counted(formats, change.accounts, 'account')} · ${formats.money(change.potential)}`
            : 'nothing to compare'}
        </span>
      </div>
      {faults.length > 0 && (
        <p className="panel-note bad">
          {faults
            .map(({ territoryCode, pieces }) => `${territoryCode} falls into ${pieces} pieces`)
            .join(' · ')}
        </p>
      )}
      {summary.unassigned.unitsWithAccounts > 0 && (
        <p className="panel-note bad">
          {counted(formats, summary.unassigned.totals.accounts, 'account')} in{' '}
          {counted(formats, summary.unassigned.unitsWithAccounts, 'unit')} belong to no territory.
        </p>
      )}
      {summary.undecided.length > 0 && (
        <div className="panel-note" data-testid="undecided">
          <p className="bad">Written rules that these totals are without:</p>
          <ProblemList problems={summary.undecided} />
        </div>
      )}
      {summary.ownerProblems.length > 0 && (
        <details className="panel-note" data-testid="owner-problems">
          <summary>
            {counted(formats, summary.ownerProblems.length, 'thing')} worth a look about today’s
            owners
          </summary>
          <ProblemList problems={summary.ownerProblems} />
        </details>
      )}
    </section>
  );
}

/** With more accounts the report is on the page Data alone: it takes long after each move. */
const LOOKED_AT_EACH_EDIT = 100_000;

/** Between what the balance lies when the accounts are believed no further than they can be. */
function GivenTheData({ summary }: { readonly summary: ScenarioSummary }) {
  const formats = useFormats();
  const percent = (ratio: number) => formats.percent(ratio);
  const quality = useQuery({
    queryKey: ['quality', summary.id, summary.version],
    queryFn: () => getQuality(summary.id),
    enabled: summary.total.accounts <= LOOKED_AT_EACH_EDIT,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!quality.data) return null;
  const { potentialBalance, workloadBalance, all } = quality.data;
  const potential = givenTheData(potentialBalance, percent);
  const workload = givenTheData(workloadBalance, percent);
  if (!potential && !workload) return null;
  return (
    <Tooltip
      multiline
      w={300}
      label={`${percent(all.doubtfulShare)} of the potential rests on doubtful accounts; Data → Quality lists them.`}
    >
      <p className="panel-note soft" data-testid="balance-given-data">
        {potential && `Potential ±${percent(potentialBalance.recorded)}, ${potential}`}
        {potential && workload && ' · '}
        {workload && `Workload ±${percent(workloadBalance.recorded)}, ${workload}`}
      </p>
    </Tooltip>
  );
}

/** What the design was asked to keep even, then the rest. */
function wishesFirst(balance: ScenarioSummary['balance']): ScenarioSummary['balance'] {
  const isWish = (row: ScenarioSummary['balance'][number]) => row.tolerance !== null;
  return [...balance.filter(isWish), ...balance.filter((row) => !isWish(row))];
}

interface RowProps {
  readonly row: ScenarioSummary['balance'][number];
  readonly after: number | undefined;
  readonly formats: Formats;
}

function BalanceRow({ row, after, formats }: RowProps) {
  const { largestDeviation, lowerBound, tolerance, territoryCode, measure } = row;
  const beyond = tolerance != null && largestDeviation > tolerance + 1e-9;
  const changes = after !== undefined && Math.abs(after - largestDeviation) > 5e-5;
  return (
    <>
      <span className={tolerance === null ? 'soft' : ''}>{measureLabel(measure)}</span>
      <Tooltip
        label={`Largest deviation from its share${territoryCode ? `: ${territoryCode}` : ''}. Average ${formats.number(row.mean)}.`}
      >
        <span
          className={`balance-value${beyond ? ' warn' : ''}${tolerance === null ? ' quiet' : ''}`}
          data-testid={`balance-${measure}`}
        >
          ±{formats.percent(largestDeviation)}
          {changes && (
            <span className={after > largestDeviation ? 'warn' : 'good'}>
              {' '}
              → ±{formats.percent(after)}
            </span>
          )}
        </span>
      </Tooltip>
      <Tooltip
        disabled={lowerBound == null}
        label="No plan with these units can be more even than this."
      >
        <span className="balance-bound">{boundText(lowerBound, tolerance, formats)}</span>
      </Tooltip>
    </>
  );
}

function boundText(
  lowerBound: number | null | undefined,
  tolerance: number | null | undefined,
  formats: Formats,
): string {
  if (lowerBound != null) return `no plan under ${formats.percent(lowerBound)}`;
  return tolerance != null ? `allowed ±${formats.percent(tolerance, 0)}` : '';
}
