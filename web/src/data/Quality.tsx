import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getQuality, getQualityFindings, getQualityFindingsFile } from '../api/resources';
import { whileMore } from '../api/whileMore';
import type { QualityPart, QualityView } from '../api/wire';
import { ProblemNote } from '../app/ProblemNote';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { DOUBTS, doubtWords, givenTheData, leftSentence } from '../model/doubt';
import { counted } from '../model/format';
import { usePlan } from '../workbench/usePlan';
import { QualityLimits } from './QualityLimits';
import { saveText } from './save';

interface Choice {
  readonly doubt: string | undefined;
  readonly territory: string | undefined;
}

/** How far the accounts are to be believed: shares by territory, and every account behind them. */
export function Quality() {
  const { view } = useView();
  const { choice } = usePlan(view);
  const id = choice.scenario?.id ?? '';
  const [chosen, setChosen] = useState<Choice>({ doubt: undefined, territory: undefined });
  const quality = useQuery({
    queryKey: ['quality', id],
    queryFn: () => getQuality(id),
    enabled: id !== '',
  });
  if (!id)
    return <p className="soft">Make a plan on the map first; the report is per territory.</p>;
  const report = quality.data;
  return (
    <div data-testid="quality">
      <ProblemNote error={quality.error} />
      {quality.isPending && <p className="soft">Looking at every account…</p>}
      {report && (
        <>
          <Summary report={report} scenario={choice.scenario?.name ?? ''} />
          <Shares report={report} chosen={chosen} onChoose={setChosen} />
          <Findings id={id} report={report} chosen={chosen} onChoose={setChosen} />
          <QualityLimits limits={report.limits} />
        </>
      )}
    </div>
  );
}

function Summary({
  report,
  scenario,
}: {
  readonly report: QualityView;
  readonly scenario: string;
}) {
  const formats = useFormats();
  const { all, potentialBalance, workloadBalance, accepted } = report;
  return (
    <div className="quality-summary">
      <p style={{ marginTop: 0 }}>
        In <b>{scenario}</b>, <b>{formats.percent(all.doubtfulShare)}</b> of the potential rests on{' '}
        {counted(formats, all.doubtfulAccounts, 'doubtful account')} of{' '}
        {formats.count(all.accounts)}.
      </p>
      <p className="soft">
        Balance of potential ±{formats.percent(potentialBalance.recorded)}{' '}
        {givenTheData(potentialBalance, (ratio) => formats.percent(ratio))} (at the utmost ±
        {formats.percent(potentialBalance.low)} to ±{formats.percent(potentialBalance.high)}) · of
        workload ±{formats.percent(workloadBalance.recorded)}{' '}
        {givenTheData(workloadBalance, (ratio) => formats.percent(ratio))}.
      </p>
      <p className="soft" data-testid="duplicates-searched">
        {report.duplicatesSearchedAt
          ? `Possible duplicates are the open pairs of the search of ${formats.moment(report.duplicatesSearchedAt)}.`
          : 'Duplicates were never searched: none count as doubtful. Search under Data → Duplicates.'}
      </p>
      {accepted && (
        <p className="soft">
          {formats.percent(accepted.share)} accepted by <b>{accepted.who}</b> on{' '}
          {formats.moment(accepted.at)}: {accepted.why}
        </p>
      )}
    </div>
  );
}

interface SharesProps {
  readonly report: QualityView;
  readonly chosen: Choice;
  onChoose(choice: Choice): void;
}

function Shares({ report, chosen, onChoose }: SharesProps) {
  const kinds = DOUBTS.filter((kind) => report.all.doubts.some(({ doubt }) => doubt === kind));
  const rows = [...report.territories].sort((a, b) => b.doubtfulShare - a.doubtfulShare);
  return (
    <div className="kpi-table" data-testid="quality-shares">
      <table className="grid figures">
        <thead>
          <tr>
            <th>Share of potential</th>
            <th className="right">Doubtful</th>
            {kinds.map((kind) => (
              <th key={kind} className="right">
                {doubtWords(kind)}
              </th>
            ))}
            <th className="right">Potential, given the data</th>
          </tr>
        </thead>
        <tbody>
          <Row part={report.all} label="All" kinds={kinds} chosen={chosen} onChoose={onChoose} />
          {rows.map((part) => (
            <Row
              key={part.code}
              part={part}
              label={part.code ? territoryLabel(part) : 'Nobody’s'}
              kinds={kinds}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for no territory where a list wants a value; no code holds a blank in front. */
const NOBODY = ' nobody';

function territoryLabel({ code, name }: QualityPart): string {
  return name === code || name === '' ? code : `${code} ${name}`;
}

interface RowProps {
  readonly part: QualityPart;
  readonly label: string;
  readonly kinds: readonly string[];
  readonly chosen: Choice;
  onChoose(choice: Choice): void;
}

function Row({ part, label, kinds, chosen, onChoose }: RowProps) {
  const formats = useFormats();
  const all = label === 'All';
  const territory = all ? undefined : part.code;
  const { low90, high90, recorded } = part.potential;
  return (
    <tr className={all ? 'total' : ''}>
      <th scope="row">{label}</th>
      <td className="right">
        <b>{formats.percent(part.doubtfulShare)}</b>
      </td>
      {kinds.map((kind) => {
        const share = part.doubts.find(({ doubt }) => doubt === kind);
        const on = chosen.doubt === kind && chosen.territory === territory;
        return (
          <td key={kind} className="right">
            {share ? (
              <button
                type="button"
                className={`cell-link${on ? ' on' : ''}`}
                title={counted(formats, share.accounts, 'account')}
                onClick={() => onChoose({ doubt: kind, territory })}
              >
                {formats.percent(share.shareOfPotential)}
              </button>
            ) : (
              <span className="soft">–</span>
            )}
          </td>
        );
      })}
      <td className="right">
        {formats.money(recorded)}
        {high90 - low90 > 0.5 && (
          <span className="soft">
            {' '}
            {formats.money(low90)}–{formats.money(high90)}
          </span>
        )}
      </td>
    </tr>
  );
}

interface FindingsProps extends SharesProps {
  readonly id: string;
}

const FIRST_FINDINGS = 200;
/** The server lists no more; its file holds all. */
const MOST_FINDINGS = 1000;

function Findings({ id, report, chosen, onChoose }: FindingsProps) {
  const formats = useFormats();
  const { change } = useView();
  const [opened, setOpened] = useState<Choice>(); // of another choice the first come first again
  const limit = opened === chosen ? MOST_FINDINGS : FIRST_FINDINGS;
  const key = ['quality-findings', id, chosen, limit];
  const found = useQuery({
    queryKey: key,
    queryFn: () => getQualityFindings(id, chosen, limit),
    placeholderData: whileMore(key),
  });
  const saving = useMutation({
    mutationFn: () => getQualityFindingsFile(id, chosen),
    onSuccess: (rows) => saveText(rows, 'doubtful-accounts.csv'),
  });
  return (
    <section data-testid="quality-findings">
      <Group align="end" my="md">
        <Select
          label="Kind"
          clearable
          value={chosen.doubt ?? null}
          placeholder="All"
          onChange={(doubt) => onChoose({ ...chosen, doubt: doubt ?? undefined })}
          data={DOUBTS.map((value) => ({ value, label: doubtWords(value) }))}
        />
        <Select
          label="Territory"
          clearable
          searchable
          value={chosen.territory === '' ? NOBODY : (chosen.territory ?? null)}
          placeholder="All"
          onChange={(value) =>
            onChoose({ ...chosen, territory: value === NOBODY ? '' : (value ?? undefined) })
          }
          data={report.territories.map((part) => ({
            value: part.code || NOBODY,
            label: part.code ? territoryLabel(part) : 'Nobody’s',
          }))}
        />
        <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
          Download all as CSV
        </Button>
        {found.data && (
          <span className="soft">{counted(formats, found.data.total, 'finding')}</span>
        )}
      </Group>
      <ProblemNote error={found.error ?? saving.error} />
      {found.isPending && <p className="soft">Looking for what is behind it…</p>}
      {found.data && found.data.items.length > 0 && (
        <table className="grid">
          <thead>
            <tr>
              <th>Account</th>
              <th>Territory</th>
              <th>Doubt</th>
              <th>What exactly</th>
              <th className="right">Potential</th>
            </tr>
          </thead>
          <tbody>
            {found.data.items.map((item) => (
              <tr key={`${item.accountId} ${item.doubt}`}>
                <td>
                  <button
                    type="button"
                    className="cell-link"
                    onClick={() => change({ page: 'accounts', open: item.accountId }, true)}
                  >
                    {item.name}
                  </button>{' '}
                  <span className="soft">{item.externalId}</span>
                </td>
                <td>{item.territory ?? '–'}</td>
                <td>{doubtWords(item.doubt)}</td>
                <td>
                  <Sentence text={item.detail} />
                </td>
                <td className="right">{formats.money(item.potential)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.data && found.data.items.length < found.data.total && (
        <Group justify="center" my="md" data-testid="findings-left">
          <span className="soft">{leftSentence(formats, found.data)}</span>
          {limit < MOST_FINDINGS && (
            <Button variant="default" loading={found.isFetching} onClick={() => setOpened(chosen)}>
              Show more
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
