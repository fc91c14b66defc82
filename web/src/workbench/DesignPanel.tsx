import type { ReactNode } from 'react';
import type { ComparisonFigure, ScenarioRow, ScenarioSummary } from '../api/wire';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { differenceOf, partOf, solverSentence, verdictOf } from '../model/design';
import { counted } from '../model/format';
import { Besides } from './Besides';
import { Replay } from './Replay';
import { goalLabel, measureLabel } from './words';

interface Props {
  readonly summary: ScenarioSummary;
  readonly scenarios: readonly ScenarioRow[];
  readonly mayPlan: boolean;
}

/** How good the design in view is, what it gained and gave up, and how to have it again. */
export function DesignPanel({ summary, scenarios, mayPlan }: Props) {
  const formats = useFormats();
  const { origin } = summary;
  if (!origin) {
    return (
      <p className="panel-section soft" data-testid="design">
        No design made this scenario. Optimise makes one beside it, and tells here how good it is.
      </p>
    );
  }
  const base = scenarios.find(({ id }) => id === origin.baseScenarioId);
  const baseName = base?.name ?? 'the scenario it started from';
  const severalGoals = origin.goals.length > 1;
  return (
    <div className="figures" data-testid="design">
      <section className="panel-section" aria-label="How good it is">
        <p className="changes-lead" data-testid="verdict">
          {verdictOf(origin, formats)}
        </p>
        {origin.breaches.length > 0 && (
          <ul className="breaches">
            {origin.breaches.map((breach) => (
              <li key={breach}>
                <Sentence text={breach} />
              </li>
            ))}
          </ul>
        )}
        {summary.undoable > 0 && (
          <p className="soft">
            As it was designed; {counted(formats, summary.undoable, 'edit')} since.
          </p>
        )}
      </section>
      {origin.comparedWithToday.length > 0 && (
        <section className="panel-section" aria-label="Against the start">
          <div className="field-label">Against {baseName}</div>
          <dl className="facts">
            {origin.comparedWithToday.filter(isFirst).map((figure) => {
              const { kind, text } = differenceOf(figure, formats);
              const label =
                figure.kind === 'BALANCE' ? measureLabel(figure.name) : goalLabel(figure.name);
              return (
                <Fact key={`${figure.kind} ${figure.name}`} label={label}>
                  <span className={TONES[kind]}>{text}</span>
                </Fact>
              );
            })}
          </dl>
          {origin.comparedWithToday.some(({ sacrifice }) => sacrifice) && (
            <p className="soft">What is worse is the price of what else was asked.</p>
          )}
        </section>
      )}
      <Besides origin={origin} />
      {severalGoals && (
        <section className="panel-section" aria-label="Goals">
          <div className="field-label">Goals, in order</div>
          <dl className="facts">
            {origin.goals.map((goal) => {
              const part = partOf(goal, origin.goals);
              return (
                <Fact
                  key={`${goal.level} ${goal.goal}`}
                  label={`${goal.level + 1}. ${goalLabel(goal.goal)}`}
                >
                  {part === undefined ? 'alone' : `${formats.percent(part)} of the sum`}
                </Fact>
              );
            })}
          </dl>
        </section>
      )}
      <section className="panel-section" aria-label="How it was made">
        <div className="field-label">How it was made</div>
        <p className="made">
          {solverSentence(origin)}{' '}
          {origin.stoppedAtLook != null && 'The time limit came before the work was done.'}
        </p>
        <dl className="facts">
          <Fact label="Started from">{baseName}</Fact>
          <Fact label="Seed">{origin.seed}</Fact>
          <Fact label="Changes weighed">{formats.count(origin.evaluations)}</Fact>
          <Fact label="Version">{origin.productVersion}</Fact>
          <Fact label="Input">
            <code title={origin.inputHash}>{origin.inputHash.slice(0, 12)}…</code>
          </Fact>
        </dl>
        {origin.curveJobId !== null ? (
          <p className="soft">A plan of a trade-off curve, which is made again as a whole.</p>
        ) : (
          mayPlan && <Replay scenarioId={summary.id} cancelled={origin.cancelled} />
        )}
      </section>
    </div>
  );
}

/** A goal of several levels is compared once. */
function isFirst(figure: ComparisonFigure, at: number, all: readonly ComparisonFigure[]): boolean {
  return all.findIndex(({ kind, name }) => kind === figure.kind && name === figure.name) === at;
}

const TONES = { better: 'good', same: 'soft', worse: 'warn' } as const;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
