import { ActionIcon, Button, Chip, Group, NumberInput, TextInput } from '@mantine/core';
import { IconChevronLeft, IconX } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { PotentialModel, PotentialPreview, PotentialSegment } from '../api/wire';
import { useFormats } from '../app/useCompany';
import {
  BUYING_STAGES,
  CONDITIONS,
  type Coefficient,
  inPercent,
  percentOf,
  ratioOf,
  SERVICE,
  SPEND,
  shareOfStage,
  stagesOf,
  valueAt,
  WORDS,
  withNewSegment,
  withoutSegment,
  withSegmentEarlier,
  withStage,
  withValue,
  wordsOf,
} from '../model/potential';

interface Props {
  readonly model: PotentialModel;
  /** Stages that open deals have. */
  readonly stages: PotentialPreview['stages'];
  /** What is wrong, by the path of the coefficient. */
  readonly wrong: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  onChange(model: PotentialModel): void;
}

/** Every coefficient: a column for each segment, then the rates and the stages of deals. */
export function PotentialForm(props: Props) {
  return (
    <>
      <SegmentGrid {...props} />
      <div className="account-columns">
        <Rates {...props} />
        <Stages {...props} />
      </div>
    </>
  );
}

const GROUPS: readonly (readonly [string, readonly Coefficient[]])[] = [
  ['What it spends and how it grows, a year', SPEND],
  ['How it is served', SERVICE],
];

function SegmentGrid({ model, wrong, disabled, onChange }: Props) {
  const { segments } = model;
  const cell = (coefficient: Coefficient, number: number, segment: PotentialSegment) => (
    <td key={`${number} ${coefficient.path}`}>
      <Figure
        label={`${coefficient.label} of ${segment.name}`}
        unit={coefficient.unit}
        value={valueAt(segment, coefficient.path)}
        optional={coefficient.optional ?? false}
        error={wrong.get(`/segments/${number}/${coefficient.path}`)}
        disabled={disabled}
        onChange={(value) => onChange(withValue(model, number, coefficient.path, value))}
      />
    </td>
  );
  return (
    <section className="card flush potential-form">
      <div className="scroll-x">
        <table className="grid coefficients">
          <thead>
            <tr>
              <th>
                Segments, the first that fits
                {!disabled && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => onChange(withNewSegment(model))}
                  >
                    Add a segment
                  </Button>
                )}
              </th>
              {segments.map((_, number) => (
                // The place is what a segment is known by while its name is typed.
                <th key={number}>
                  <SegmentHead
                    model={model}
                    number={number}
                    wrong={wrong}
                    disabled={disabled}
                    onChange={onChange}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <GroupRow title="Which accounts belong to it" columns={segments.length} />
            {CONDITIONS.map((coefficient) => (
              <tr key={coefficient.path}>
                <th scope="row">{coefficient.label}</th>
                {segments.map((segment, number) =>
                  number === segments.length - 1 ? (
                    <td key="rest" className="soft">
                      –
                    </td>
                  ) : (
                    cell(coefficient, number, segment)
                  ),
                )}
              </tr>
            ))}
            {WORDS.map(({ path, label }) => (
              <tr key={path}>
                <th scope="row">{label}</th>
                {segments.map((segment, number) => (
                  <td key={number}>
                    {number === segments.length - 1 ? (
                      <span className="soft">all that are left</span>
                    ) : (
                      <Words
                        label={`${label} of ${segment.name}`}
                        words={segment[path]}
                        error={firstUnder(wrong, `/segments/${number}/${path}`)}
                        disabled={disabled}
                        onChange={(words) => onChange(withValue(model, number, path, words))}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">Buying stage</th>
              {segments.map((segment, number) => (
                <td key={number}>
                  {number < segments.length - 1 && (
                    <Chip.Group
                      multiple
                      value={[...segment.buyingStages]}
                      onChange={(stages) =>
                        onChange(withValue(model, number, 'buyingStages', stages))
                      }
                    >
                      <Group gap={4}>
                        {BUYING_STAGES.map((stage) => (
                          <Chip key={stage} value={stage} size="xs" disabled={disabled}>
                            {stage}
                          </Chip>
                        ))}
                      </Group>
                    </Chip.Group>
                  )}
                </td>
              ))}
            </tr>
            {GROUPS.map(([title, coefficients]) => (
              <Fragment key={title}>
                <GroupRow title={title} columns={segments.length} />
                {coefficients.map((coefficient) => (
                  <tr key={coefficient.path}>
                    <th scope="row">{coefficient.label}</th>
                    {segments.map((segment, number) => cell(coefficient, number, segment))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function GroupRow({ title, columns }: { readonly title: string; readonly columns: number }) {
  return (
    <tr className="group">
      <th colSpan={columns + 1}>{title}</th>
    </tr>
  );
}

interface HeadProps extends Omit<Props, 'stages'> {
  readonly number: number;
}

function SegmentHead({ model, number, wrong, disabled, onChange }: HeadProps) {
  const segment = model.segments[number];
  if (!segment) return null;
  const last = number === model.segments.length - 1;
  const at = `/segments/${number}`;
  return (
    <Group gap={2} wrap="nowrap" align="start">
      {!disabled && !last && number > 0 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Ask ${segment.name} earlier`}
          onClick={() => onChange(withSegmentEarlier(model, number))}
        >
          <IconChevronLeft size={14} />
        </ActionIcon>
      )}
      <TextInput
        size="xs"
        aria-label={`Name of segment ${number + 1}`}
        value={segment.name}
        error={wrong.get(`${at}/name`) ?? wrong.get(at)}
        disabled={disabled}
        onChange={(event) => onChange(withValue(model, number, 'name', event.target.value))}
      />
      {!disabled && !last && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Remove ${segment.name}`}
          onClick={() => onChange(withoutSegment(model, number))}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

function Rates({ model, wrong, disabled, onChange }: Props) {
  const { conversion } = model;
  return (
    <section className="card">
      <h2>Win rates</h2>
      <p className="soft">
        A segment with few closed deals is drawn towards the rate of all: so many deals weigh as
        much.
      </p>
      <Figure
        label="Deals that the rate of all weighs"
        shown
        unit="count"
        value={conversion.priorDeals}
        error={wrong.get('/conversion/priorDeals')}
        disabled={disabled}
        onChange={(priorDeals = 0) =>
          onChange({ ...model, conversion: { ...conversion, priorDeals } })
        }
      />
      <Figure
        label="Rate while no deal was closed"
        shown
        unit="percent"
        value={conversion.rateWithoutDeals}
        error={wrong.get('/conversion/rateWithoutDeals')}
        disabled={disabled}
        onChange={(rateWithoutDeals = 0) =>
          onChange({ ...model, conversion: { ...conversion, rateWithoutDeals } })
        }
      />
    </section>
  );
}

function Stages({ model, stages, wrong, disabled, onChange }: Props) {
  const formats = useFormats();
  const amounts = new Map(stages.map(({ stage, amount }) => [stage.toLowerCase(), amount]));
  return (
    <section className="card">
      <h2>Open deals, share that counts by stage</h2>
      <table className="grid coefficients">
        <tbody>
          {stagesOf(
            model,
            stages.map(({ stage }) => stage),
          ).map((stage) => (
            <tr key={stage.toLowerCase()}>
              <th scope="row">{stage}</th>
              <td className="soft right">
                {formats.money(amounts.get(stage.toLowerCase()) ?? 0)} open
              </td>
              <td>
                <Figure
                  label={`Share of ${stage}`}
                  unit="percent"
                  optional
                  placeholder="by the segment’s rate"
                  value={shareOfStage(model, stage)}
                  error={wrong.get(`/stages/${stage}`)}
                  disabled={disabled}
                  onChange={(share) => onChange(withStage(model, stage, share))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly unit: Coefficient['unit'];
  readonly value: number | undefined;
  readonly optional?: boolean;
  /** Whether the label is to be seen; a table has it in its row. */
  readonly shown?: boolean;
  readonly placeholder?: string;
  readonly error: string | undefined;
  readonly disabled: boolean;
  onChange(value: number | undefined): void;
}

/** A number as the reader writes it, 9,000 or 9.000: a percentage stands for its share. */
function Figure({
  label,
  unit,
  value,
  optional = false,
  shown = false,
  placeholder = '–',
  error,
  disabled,
  onChange,
}: FigureProps) {
  const { separators } = useFormats();
  const percent = unit === 'percent';
  // An emptied field stays so while it is in use: a nought in it would join what is typed.
  const [emptied, setEmptied] = useState(false);
  const typed = (text: number | string) => {
    setEmptied(text === '');
    if (text === '' || text === '-') return onChange(optional ? undefined : 0);
    const number = Number(text);
    if (Number.isFinite(number)) onChange(percent ? ratioOf(number) : number);
  };
  return (
    <NumberInput
      size="xs"
      hideControls
      {...(shown ? { label, mb: 'xs' } : { 'aria-label': label })}
      {...(percent ? { suffix: ' %' } : {})}
      {...separators}
      placeholder={optional ? placeholder : ''}
      value={value === undefined || emptied ? '' : percent ? percentOf(value) : value}
      error={error && percent ? inPercent(error) : error}
      disabled={disabled}
      onChange={typed}
      onBlur={() => setEmptied(false)}
    />
  );
}

interface WordsProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly error: string | undefined;
  readonly disabled: boolean;
  onChange(words: string[]): void;
}

/** Words between commas; what is typed stays as it is while the field is in use. */
function Words({ label, words, error, disabled, onChange }: WordsProps) {
  const [text, setText] = useState<string>();
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder="any"
      value={text ?? words.join(', ')}
      error={error}
      disabled={disabled}
      onChange={(event) => {
        setText(event.target.value);
        onChange(wordsOf(event.target.value));
      }}
      onBlur={() => setText(undefined)}
    />
  );
}

/** The first sentence about anything at or under a path. */
function firstUnder(wrong: ReadonlyMap<string, string>, path: string): string | undefined {
  for (const [pointer, sentence] of wrong) {
    if (pointer === path || pointer.startsWith(`${path}/`)) return sentence;
  }
  return undefined;
}
