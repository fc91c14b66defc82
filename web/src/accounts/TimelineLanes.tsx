import type { CSSProperties, ReactNode } from 'react';
import type { OwnerSpan } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { useScheme } from '../app/useScheme';
import { paletteOf } from '../map/palette';
import { spanWords } from '../model/span';
import { territoryLabel } from '../model/territoryName';
import type { Lanes, Placed } from '../model/timeline';

/** Exceptions as bands above what the rules say, on one line of time; the list below tells it too. */
export function TimelineLanes({ lanes }: { readonly lanes: Lanes<OwnerSpan> }) {
  const formats = useFormats();
  const colourOf = useColours(lanes);
  return (
    <div className="lanes" role="img" aria-label="Who had it when; the list below says the same">
      {lanes.exceptions.length > 0 && (
        <Lane label="Exceptions">
          {lanes.exceptions.map((placed) => (
            <Bar key={placed.span.validFrom} placed={placed} colour={colourOf(placed)} />
          ))}
        </Lane>
      )}
      <Lane label="By the rules">
        {lanes.rules.map((placed) => (
          <Bar
            key={`${placed.span.validFrom} ${placed.hidden}`}
            placed={placed}
            colour={colourOf(placed)}
            hidden={placed.hidden}
          />
        ))}
      </Lane>
      <div className="lane-days">
        {lanes.ticks.map(({ day, left }) => (
          <span key={day} style={{ left: percent(left) }}>
            {formats.day(day)}
          </span>
        ))}
      </div>
      <div className="lane-now">
        <i style={{ left: percent(lanes.today) }} />
      </div>
    </div>
  );
}

function Lane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span className="lane-label">{label}</span>
      <div className="lane">{children}</div>
    </>
  );
}

interface BarProps {
  readonly placed: Placed<OwnerSpan>;
  readonly colour: string;
  /** That an exception stands above it. */
  readonly hidden?: boolean;
}

function Bar({ placed, colour, hidden = false }: BarProps) {
  const formats = useFormats();
  const { span, left, width } = placed;
  const { owner } = span;
  const who = owner.representativeName ?? 'vacant seat';
  const style = {
    left: percent(left),
    width: percent(width),
    '--bar': colour,
  } as CSSProperties;
  return (
    <div
      className={`lane-bar${hidden ? ' hidden-beneath' : ''}`}
      style={style}
      title={`${territoryLabel(owner.territoryCode, owner.territoryName)}, ${who}: ${spanWords(formats, span.validFrom, span.validTo)}`}
    >
      <b>{owner.territoryCode}</b> {who}
    </div>
  );
}

/** A colour for each territory, in the order in which they first had it. */
function useColours(lanes: Lanes<OwnerSpan>): (placed: Placed<OwnerSpan>) => string {
  const { territories } = paletteOf(useScheme());
  const codes = [
    ...new Set([...lanes.rules, ...lanes.exceptions].map(({ span }) => span.owner.territoryCode)),
  ];
  return ({ span }) =>
    territories[codes.indexOf(span.owner.territoryCode) % territories.length] ?? '';
}

function percent(part: number): string {
  return `${(100 * part).toFixed(3)}%`;
}
