import { type Index, leaningBar } from '../model/balance';

interface Props {
  readonly index: Index | undefined;
  /** The value it would have after the move that is being considered. */
  readonly ghost?: Index | undefined;
}

/** A bar that starts at 100 and leans left when under, right when over; the ghost is the after. */
export function LeaningBar({ index, ghost }: Props) {
  if (index === undefined) return <div className="lean" />;
  const bar = leaningBar(index);
  const after = ghost === undefined ? undefined : leaningBar(ghost);
  return (
    <div className="lean" aria-hidden="true">
      <div
        className={`lean-bar ${index < 100 ? 'under' : 'over'}`}
        style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
      />
      {after && (
        <div className="lean-ghost" style={{ left: `${after.left}%`, width: `${after.width}%` }} />
      )}
    </div>
  );
}
