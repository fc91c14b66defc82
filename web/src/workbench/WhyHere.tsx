import { useQuery } from '@tanstack/react-query';
import { getReason } from '../api/resources';
import type { ScenarioSummary } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { whyOf } from '../model/reasons';
import { goalLabel } from './words';

interface Props {
  readonly summary: ScenarioSummary;
  readonly unitId: string;
}

/** Why one area is where it is, and what would move it. */
export function WhyHere({ summary, unitId }: Props) {
  const formats = useFormats();
  const leftOver = summary.unassigned.units;
  const asked = useQuery({
    queryKey: ['reason', summary.id, summary.version, unitId],
    queryFn: () => getReason(summary.id, unitId),
    enabled: leftOver === 0,
    retry: false,
    gcTime: 0, // what it is compared with may be edited meanwhile
  });
  if (leftOver > 0) {
    return (
      <section className="panel-section why soft" aria-label="Why here" data-testid="why">
        Reasons are told once every area belongs to a territory; {formats.count(leftOver)} do not.
      </section>
    );
  }
  const reason = asked.data?.items[0];
  if (asked.error) {
    return (
      <section className="panel-section why" aria-label="Why here" data-testid="why">
        <ProblemNote error={asked.error} />
      </section>
    );
  }
  if (!reason) {
    return (
      <section className="panel-section why soft" aria-label="Why here">
        Looking for the reason…
      </section>
    );
  }
  const { lead, elsewhere, changes, wouldMove } = whyOf(reason, formats, goalLabel);
  return (
    <section className="panel-section why figures" aria-label="Why here" data-testid="why">
      <h2 className="panel-title">{lead}</h2>
      {elsewhere && (
        <>
          <div className="soft">{elsewhere}:</div>
          <ul className="breaches">
            {changes.map(({ goal, text, worse }) => (
              <li key={goal}>
                {goal} <span className={worse ? 'warn' : 'good'}>{text}</span>
              </li>
            ))}
            {changes.length === 0 && <li>no goal would change</li>}
            {reason.holdings.map((holding) => (
              <li key={holding}>
                <Sentence text={holding} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!elsewhere &&
        reason.holdings.map((holding) => (
          <div key={holding}>
            <Sentence text={holding} />
          </div>
        ))}
      <p className="made">{wouldMove}</p>
    </section>
  );
}
