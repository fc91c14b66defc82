import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getDifferences,
  getProposedMoves,
  getStanding,
  makeProposedMove,
  runStanding,
} from '../api/resources';
import type { DifferenceView, ProposedMoveView, StandingView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { useFormats, useMayPlan } from '../app/useCompany';
import { counted } from '../model/format';

/** Whether the ledger says what the rules decide, and the moves that wait for somebody. */
export function Standing() {
  const client = useQueryClient();
  const mayPlan = useMayPlan();
  const standing = useQuery({ queryKey: ['standing'], queryFn: getStanding });
  const differs = standing.data !== undefined && standing.data.contradictions > 0;
  const differences = useQuery({
    queryKey: ['standing', 'differences'],
    queryFn: getDifferences,
    enabled: differs,
  });
  const moves = useQuery({ queryKey: ['proposed-moves'], queryFn: getProposedMoves });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['standing'] });
    void client.invalidateQueries({ queryKey: ['proposed-moves'] });
  };
  const running = useMutation({ mutationFn: runStanding, onSuccess: refresh });
  const making = useMutation({
    mutationFn: makeProposedMove,
    onSuccess: () => {
      // The owner of the account shows on many pages.
      void client.invalidateQueries();
    },
  });
  const contradictions = (differences.data?.items ?? []).filter(({ lawful }) => !lawful);
  return (
    <section className="card" style={{ marginBottom: 20 }} data-testid="standing">
      <ProblemNote error={standing.error ?? running.error ?? moves.error ?? making.error} />
      {standing.data && (
        <Verdict
          standing={standing.data}
          running={running.isPending}
          onRun={mayPlan ? () => running.mutate() : undefined}
        />
      )}
      {contradictions.length > 0 && <Contradictions rows={contradictions} />}
      <Moves
        moves={moves.data?.items ?? []}
        making={making.isPending ? making.variables : undefined}
        onMake={mayPlan ? making.mutate : undefined}
      />
    </section>
  );
}

interface VerdictProps {
  readonly standing: StandingView;
  readonly running: boolean;
  readonly onRun: (() => void) | undefined;
}

function Verdict({ standing, running, onRun }: VerdictProps) {
  const formats = useFormats();
  const { contradictions, lawful } = standing;
  return (
    <div className="rule-tools">
      <b>
        {contradictions === 0
          ? 'Ledger and rules agree'
          : `${counted(formats, contradictions, 'contradiction')} between ledger and rules`}
      </b>
      <span className="soft">
        {counted(formats, standing.accounts, 'account')} and {formats.count(standing.opportunities)}{' '}
        open opportunities looked at, {formats.moment(standing.checkedAt)}
        {lawful > 0 && `; ${formats.count(lawful)} differ for a reason on record`}
      </span>
      {onRun && (
        <Button variant="default" size="xs" loading={running} onClick={onRun}>
          Check now
        </Button>
      )}
    </div>
  );
}

function Contradictions({ rows }: { readonly rows: readonly DifferenceView[] }) {
  return (
    <table className="grid">
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.accountId} ${row.opportunity} ${row.leadId}`}>
            <td>
              {row.accountId ? <a href={`/accounts/${row.accountId}`}>{row.name}</a> : row.name}{' '}
              <span className="soft">{row.opportunity ?? row.externalId ?? 'lead'}</span>
            </td>
            <td>
              <Sentence text={row.sentence} />
            </td>
            <td>
              <code className="condition">{row.rule}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface MovesProps {
  readonly moves: readonly ProposedMoveView[];
  /** The one that is being made. */
  readonly making: string | undefined;
  readonly onMake: ((id: string) => void) | undefined;
}

/** Accounts that changed after they had an owner: they move when somebody says so. */
function Moves({ moves, making, onMake }: MovesProps) {
  if (moves.length === 0) return null;
  return (
    <>
      <h2>Proposed moves</h2>
      <p className="soft">
        These accounts changed so that the rules give them to others. Each stays where it is until
        its move is made, or everything is published anew.
      </p>
      <table className="grid" data-testid="proposed-moves">
        <tbody>
          {moves.map((move) => (
            <tr key={move.id}>
              <td>
                <a href={`/accounts/${move.accountId}`}>{move.name}</a>{' '}
                <span className="soft">{move.externalId}</span>
              </td>
              <td>
                {move.from} → {move.to ?? 'nobody'}
              </td>
              <td className="soft">
                <Sentence text={move.reason} />
              </td>
              <td className="right">
                {onMake && (
                  <Button
                    variant="default"
                    size="xs"
                    loading={making === move.id}
                    onClick={() => onMake(move.id)}
                  >
                    Move it
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
