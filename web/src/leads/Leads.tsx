import { Button, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { precisionWord } from '../accounts/Accounts';
import { getLeads, routeLead } from '../api/resources';
import type { DecisionView, LeadView, NewLead } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { TerritoryName } from '../app/TerritoryName';
import { Trace } from '../app/Trace';
import { useFormats, useMayPlan } from '../app/useCompany';

/** An enquiry comes in, the rules in force decide, and say why. */
export function Leads() {
  const client = useQueryClient();
  const mayRoute = useMayPlan();
  const leads = useQuery({ queryKey: ['leads'], queryFn: () => getLeads() });
  const [shown, setShown] = useState<LeadView>();
  const routing = useMutation({
    mutationFn: routeLead,
    onSuccess: (lead) => {
      setShown(lead);
      void client.invalidateQueries({ queryKey: ['leads'] });
    },
  });
  return (
    <div className="page-scroll">
      <div className="page-body">
        <h1 className="page-title">Leads</h1>
        <p className="page-lead">
          The rules in force today send each enquiry to one territory. The decision is kept with its
          reason, so that anyone can see later why it went there.
        </p>
        <div className="lead-columns">
          {mayRoute && (
            <LeadForm routing={routing.isPending} error={routing.error} onRoute={routing.mutate} />
          )}
          {shown ? (
            <Decision decision={shown.decision} company={shown.lead.company} />
          ) : (
            <div className="card soft">
              Fill in a company and a postcode to see where it goes and why. Choose one below to see
              how it was decided.
            </div>
          )}
        </div>
        <LeadTable leads={leads.data?.items ?? []} onShow={setShown} />
        <ProblemNote error={leads.error} />
      </div>
    </div>
  );
}

interface FormProps {
  readonly routing: boolean;
  readonly error: unknown;
  onRoute(lead: NewLead): void;
}

function LeadForm({ routing, error, onRoute }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRoute(leadFrom(new FormData(event.currentTarget)));
  };
  return (
    <form className="card" onSubmit={submit} data-testid="lead-form">
      <Stack gap="sm">
        <TextInput name="company" label="Company" required withAsterisk={false} maxLength={200} />
        <div className="two">
          <TextInput name="contact" label="Person" />
          <TextInput name="email" label="E-mail" type="email" />
        </div>
        <TextInput name="street" label="Street" />
        <div className="three">
          <TextInput name="city" label="City" />
          <TextInput name="region" label="State" />
          <TextInput name="postcode" label="ZIP" />
        </div>
        <div className="two">
          <TextInput name="industry" label="Industry (NAICS)" maxLength={6} />
          <NumberInput name="employees" label="Employees" min={0} allowDecimal={false} />
        </div>
        <ProblemNote error={error} />
        <Button type="submit" loading={routing}>
          Route this lead
        </Button>
      </Stack>
    </form>
  );
}

/** What was filled in; empty fields are left unknown. */
export function leadFrom(form: FormData): NewLead {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const employees = text('employees');
  return {
    company: text('company') ?? '',
    contact: text('contact'),
    email: text('email'),
    industry: text('industry'),
    employees: employees === null ? null : Number(employees.replaceAll(/\D/g, '')),
    source: 'workbench',
    address: {
      street: text('street'),
      city: text('city'),
      region: text('region'),
      postcode: text('postcode'),
    },
  };
}

interface DecisionProps {
  readonly decision: DecisionView;
  readonly company: string;
}

function Decision({ decision, company }: DecisionProps) {
  const { owner, reason, otherwise, repairs, trace, precision, decidedInMicros } = decision;
  const formats = useFormats();
  return (
    <section className="card" data-testid="decision">
      <div className="soft">{company} goes to</div>
      <div className="owner-name">
        {owner ? (owner.representativeName ?? 'a vacant seat') : 'nobody'}
      </div>
      {owner && (
        <div>
          <TerritoryName code={owner.territoryCode} name={owner.territoryName} />
        </div>
      )}
      <p className="reason">
        <Sentence text={reason} />
      </p>
      {otherwise && (
        <p>
          <Sentence text={otherwise} />
        </p>
      )}
      {repairs.length > 0 && <p className="soft">{repairs.join(' ')}</p>}
      <Trace
        trace={trace}
        note={`${precisionWord(precision)}, ${formats.number(decidedInMicros)} µs`}
      />
    </section>
  );
}

interface TableProps {
  readonly leads: readonly LeadView[];
  onShow(lead: LeadView): void;
}

function LeadTable({ leads, onShow }: TableProps) {
  const formats = useFormats();
  if (leads.length === 0) return null;
  return (
    <div className="card" style={{ padding: 0, marginTop: 20 }}>
      <table className="grid figures">
        <thead>
          <tr>
            <th>Received</th>
            <th>Company</th>
            <th>Place</th>
            <th>Went to</th>
            <th>Because</th>
          </tr>
        </thead>
        <tbody>
          {leads.map((row) => (
            <tr key={row.id} className="link" onClick={() => onShow(row)}>
              <td>{formats.moment(row.receivedAt)}</td>
              <td>
                <button type="button" className="plain-link">
                  {row.lead.company}
                </button>
              </td>
              <td>
                {[row.lead.address?.city, row.lead.address?.postcode].filter(Boolean).join(', ')}
              </td>
              <td>
                {row.decision.owner?.representativeName ?? 'vacant'}{' '}
                <span className="soft">{row.decision.owner?.territoryCode}</span>
              </td>
              <td className="soft">
                <Sentence text={row.decision.reason} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
