import { Button, Select } from '@mantine/core';
import type { MovePreview, ScenarioSummary } from '../api/wire';
import { useFormats } from '../app/useCompany';
import type { Figures } from '../model/alignment';
import { changedTerritories } from '../model/effect';
import { counted, type Formats } from '../model/format';
import { territoryLabel } from '../model/territoryName';

interface Props {
  readonly summary: ScenarioSummary;
  readonly after: ScenarioSummary | undefined;
  readonly units: number;
  readonly figures: Figures;
  readonly aim: number | undefined;
  readonly preview: MovePreview | undefined;
  /** A locked territory that stands in the way. */
  readonly closed: string | undefined;
  readonly mayMove: boolean;
  onAim(territory: number): void;
  onMove(): void;
  onClear(): void;
}

/** What is held, where it would go, and what that does to both sides, before anything is done. */
export function SelectionBar(props: Props) {
  const { summary, after, units, figures, aim, closed, mayMove } = props;
  const formats = useFormats();
  const target = aim === undefined ? undefined : summary.territories[aim];
  return (
    <section className="selection-bar figures" aria-label="Selection" data-testid="selection">
      <span className="selection-what">
        {counted(formats, units, 'unit')}, {counted(formats, figures.accounts, 'account')},{' '}
        {formats.money(figures.potential)}
      </span>
      {mayMove && (
        <Select
          aria-label="Move to"
          placeholder="Move to…"
          searchable
          w={210}
          comboboxProps={{ position: 'top' }}
          data={summary.territories.map(({ code, name, number }) => ({
            value: String(number),
            label: territoryLabel(code, name),
          }))}
          value={aim === undefined ? null : String(aim)}
          onChange={(value) => value !== null && props.onAim(Number(value))}
        />
      )}
      <div className="effects">
        {after && <Effects {...props} after={after} formats={formats} />}
        {closed && <span className="bad">{closed} is locked</span>}
      </div>
      <span className="top-space" />
      {mayMove && (
        <Button
          onClick={props.onMove}
          disabled={
            !target || !after || !!closed || changedTerritories(summary, after).length === 0
          }
          rightSection={<span className="kbd on-accent">↵</span>}
        >
          {target ? `Move to ${target.code}` : 'Move'}
        </Button>
      )}
      <Button
        variant="default"
        onClick={props.onClear}
        rightSection={<span className="kbd">Esc</span>}
      >
        Let go
      </Button>
    </section>
  );
}

interface EffectsProps {
  readonly summary: ScenarioSummary;
  readonly after: ScenarioSummary;
  readonly preview: MovePreview | undefined;
  readonly formats: Formats;
}

type Change = ReturnType<typeof changedTerritories>[number];

/** How far a territory's potential index goes. */
function lean({ before, after }: Change): number {
  return Math.abs(after.index.potential - before.index.potential);
}

/** The sides that change most, and a warning when a territory would fall apart. */
function Effects({ summary, after, preview, formats }: EffectsProps) {
  const changed = [...changedTerritories(summary, after)].sort((a, b) => lean(b) - lean(a));
  const shown = changed.slice(0, 4);
  const known = new Set(summary.contiguityFaults.map(({ territoryCode }) => territoryCode));
  const apart = (preview?.contiguityFaults ?? []).filter(
    (fault) => !known.has(fault.territoryCode),
  );
  if (changed.length === 0) return <span>Already there.</span>;
  return (
    <>
      {shown.map(({ before, after: then }) => (
        <span className="effect" key={before.code} data-testid={`effect-${before.code}`}>
          <b>{before.code}</b> {formats.index(before.index.potential)} →{' '}
          <b>{formats.index(then.index.potential)}</b>
        </span>
      ))}
      {changed.length > shown.length && (
        <span>and {counted(formats, changed.length - shown.length, 'other')}</span>
      )}
      {apart.length > 0 && (
        <span className="bad">
          {apart.map(({ territoryCode }) => territoryCode).join(', ')} would fall into pieces
        </span>
      )}
    </>
  );
}
