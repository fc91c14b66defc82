import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getExceptionRates } from '../api/ownership';
import type { RateView } from '../api/wire';
import { TryAgain } from '../app/TryAgain';
import { useFormats } from '../app/useCompany';
import { Proposal } from './Proposal';

/** Above which share of a territory's accounts the model is said not to fit, in percent. */
const USUAL = 10;

/** How much of each territory exceptions change, and where the model no longer fits. */
export function Rates() {
  const formats = useFormats();
  const [most, setMost] = useState<number | string>(USUAL);
  const [asked, setAsked] = useState<string>();
  const threshold = Math.min(10_000, Math.max(0, Math.round(100 * Number(most))));
  const rates = useQuery({
    queryKey: ['exceptions', 'rates', threshold],
    queryFn: () => getExceptionRates(threshold),
    placeholderData: (last) => last,
  });
  const rows = rates.data?.items ?? [];
  const warned = rows.filter(({ warning }) => warning);
  return (
    <section className="card rates" aria-label="How much exceptions change">
      <div className="card-head">
        <h2>How much they change</h2>
        <NumberInput
          size="xs"
          w={190}
          min={0}
          max={100}
          suffix=" %"
          label="Warn above, of a territory’s accounts"
          value={most}
          onChange={setMost}
        />
      </div>
      <TryAgain of={rates} />
      {warned.map(({ territory, warning }) => (
        <p key={territory} className="warn" role="status">
          <b>{warning}</b>
        </p>
      ))}
      {rates.isSuccess && rows.length === 0 && (
        <p className="soft">No exception changes the owner today.</p>
      )}
      {rows.length > 0 && (
        <div className="scroll-x">
          <table className="grid figures" data-testid="rates">
            <thead>
              <tr>
                <th>Territory</th>
                <th className="right">Accounts</th>
                <th className="right">Came by exceptions</th>
                <th className="right">Went by exceptions</th>
                <th className="right">Share changed</th>
                <th>
                  <span className="sr-only">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((rate) => (
                <Rate
                  key={rate.territory}
                  rate={rate}
                  asked={asked === rate.territory}
                  share={formats.percent(rate.changedBasisPoints / 10_000)}
                  onAsk={() => setAsked(asked === rate.territory ? undefined : rate.territory)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked && <Proposal key={asked} territory={asked} />}
    </section>
  );
}

interface RateProps {
  readonly rate: RateView;
  readonly share: string;
  /** Whether a rule is being proposed for it. */
  readonly asked: boolean;
  onAsk(): void;
}

function Rate({ rate, share, asked, onAsk }: RateProps) {
  const formats = useFormats();
  return (
    <tr data-territory={rate.territory}>
      <td>
        <b>{rate.territory}</b>
      </td>
      <td className="right">{formats.count(rate.accounts)}</td>
      <td className="right">{formats.count(rate.in)}</td>
      <td className="right">{formats.count(rate.out)}</td>
      <td className={`right ${rate.warning ? 'warn' : ''}`}>{share}</td>
      <td className="right">
        {rate.in > 0 && (
          <Button
            variant="default"
            size="xs"
            aria-expanded={asked}
            aria-label={`Propose a rule for ${rate.territory}`}
            onClick={onAsk}
          >
            {asked ? 'Hide the rule' : 'Propose a rule'}
          </Button>
        )}
      </td>
    </tr>
  );
}
