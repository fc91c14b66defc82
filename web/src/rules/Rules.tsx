import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { problemOf } from '../api/problem';
import { getRules } from '../api/resources';
import type { RuleSetView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';
import { usePlan } from '../workbench/usePlan';
import { Standing } from './Standing';

const MOST_ROWS = 500;
const MOST_CHARACTERS = 600;

/** The published rules: what decides accounts and leads, in words and as a list. */
export function Rules() {
  const { view } = useView();
  const { choice } = usePlan(view);
  const planId = choice.plan?.id;
  const rules = useQuery({
    queryKey: ['rules', planId],
    queryFn: () => getRules(planId ?? ''),
    enabled: planId !== undefined,
  });
  const nothingPublished = rules.error !== null && problemOf(rules.error).status === 404;
  return (
    <div className="page-scroll">
      <div className="page-body">
        <h1 className="page-title">Rules</h1>
        <p className="page-lead">
          Publishing turns territories into rules: the smallest set of areas for each, and the named
          accounts above them. The lowest priority number wins.
        </p>
        {nothingPublished ? (
          <div className="drop">
            <b>Nothing is published yet</b>
            <span className="soft">
              Publish a scenario on the map; its rules appear here and decide every account and
              lead.
            </span>
          </div>
        ) : (
          <ProblemNote error={rules.error} />
        )}
        {rules.data && <Standing />}
        {rules.data && <RuleSet rules={rules.data} />}
      </div>
    </div>
  );
}

function RuleSet({ rules }: { readonly rules: RuleSetView }) {
  const formats = useFormats();
  const [form, setForm] = useState<'list' | 'text'>('list');
  const [typed, setTyped] = useState('');
  const shown = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return rules.rules.filter(({ name, condition, territoryCode }) =>
      `${name} ${condition} ${territoryCode}`.toLowerCase().includes(wanted),
    );
  }, [rules.rules, typed]);
  return (
    <>
      <div className="rule-tools">
        <SegmentedControl
          value={form}
          onChange={(value) => setForm(value === 'text' ? 'text' : 'list')}
          data={[
            { value: 'list', label: 'List' },
            { value: 'text', label: 'Text' },
          ]}
        />
        {form === 'list' && (
          <TextInput
            aria-label="Find rules"
            placeholder="Territory, area or account"
            leftSection={<IconSearch size={16} />}
            w={300}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <span className="soft">
          {counted(formats, shown.length, 'rule')}, in force from {formats.day(rules.effectiveFrom)}
        </span>
      </div>
      {form === 'text' ? (
        <div className="card" style={{ padding: 0 }}>
          <pre className="rule-text">{rules.text}</pre>
        </div>
      ) : (
        <div className="card" style={{ padding: 0 }}>
          <table className="grid figures" data-testid="rules">
            <thead>
              <tr>
                <th className="right">Priority</th>
                <th>When</th>
                <th>Then</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, MOST_ROWS).map((rule) => (
                <tr key={rule.number}>
                  <td className="right">{rule.priority}</td>
                  <td>
                    <div>{rule.name}</div>
                    <code className="condition" title={beginning(rule.condition)}>
                      {beginning(rule.condition)}
                    </code>
                  </td>
                  <td>
                    <b>{rule.territoryCode}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {form === 'list' && shown.length > MOST_ROWS && (
        <p className="soft">
          {counted(formats, shown.length - MOST_ROWS, 'more rule')}: type to narrow them down.
        </p>
      )}
    </>
  );
}

/** A condition may name thousands of areas; the text form holds them all. */
function beginning(condition: string): string {
  return condition.length <= MOST_CHARACTERS
    ? condition
    : `${condition.slice(0, MOST_CHARACTERS)}…`;
}
