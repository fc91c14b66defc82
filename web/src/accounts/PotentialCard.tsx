import { useQuery } from '@tanstack/react-query';
import { getAccountPotential } from '../api/resources';
import type { AccountPotentialView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { moneyTerms } from '../model/potential';

/** Where an account's potential and workload come from, term by term. */
export function PotentialCard({ id }: { readonly id: string }) {
  const potential = useQuery({
    queryKey: ['account-potential', id],
    queryFn: () => getAccountPotential(id),
  });
  const terms = potential.data?.terms;
  if (potential.data && !terms) return null; // the figures below say it all
  return (
    <section className="card" data-testid="account-potential">
      <h2>What it may bring, by the model</h2>
      <ProblemNote error={potential.error} />
      {potential.data && terms && <Terms view={potential.data} terms={terms} />}
    </section>
  );
}

interface TermsProps {
  readonly view: AccountPotentialView;
  readonly terms: NonNullable<AccountPotentialView['terms']>;
}

function Terms({ view, terms }: TermsProps) {
  const formats = useFormats();
  const money = (amount: number) => formats.moneyExact(amount);
  const hours = (amount: number) => `${formats.number(amount)} h`;
  return (
    <>
      <p className="soft" style={{ marginTop: 0 }}>
        Segment <b>{terms.segment}</b>: it spends {money(Number(terms.spend.amount))} a year with
        whomever, of which {formats.percent(terms.rate)} may be won.
        {terms.sizeUnknown && ' Its size is not fully known; the spend leaves that out.'}
      </p>
      <table className="grid figures">
        <tbody>
          {moneyTerms(view).map(({ label, amount }) => (
            <Line key={label} label={label} value={money(amount)} />
          ))}
          <Line label="Potential a year" value={money(Number(view.potential.amount))} total />
          <Line label="Visits" value={hours(terms.visitHours)} />
          <Line label="Calls" value={hours(terms.callHours)} />
          <Line label="Workload a year" value={hours(view.workload)} total />
        </tbody>
      </table>
      <p className="soft" style={{ marginBottom: 0 }}>
        Its file says {money(Number(view.importedPotential.amount))} and{' '}
        {hours(view.importedWorkload)}.
      </p>
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly total?: true;
}

function Line({ label, value, total }: LineProps) {
  return (
    <tr className={total ? 'total' : ''}>
      <td>{total ? <b>{label}</b> : label}</td>
      <td className="right">{total ? <b>{value}</b> : value}</td>
    </tr>
  );
}
