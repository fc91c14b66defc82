/** What is held in the hand: nothing, one whole territory, or units. */
export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'territory'; readonly code: string }
  | { readonly kind: 'units'; readonly unitIds: readonly string[] };

export const NOTHING: Selection = { kind: 'nothing' };

/** How newly pointed-at units join what is already selected. */
export type Gesture = 'replace' | 'add' | 'remove';

export function selectUnits(
  selection: Selection,
  unitIds: readonly string[],
  gesture: Gesture,
): Selection {
  const held = selection.kind === 'units' ? selection.unitIds : [];
  switch (gesture) {
    case 'replace':
      return ofUnits(unitIds);
    case 'add':
      return ofUnits([...new Set([...held, ...unitIds])]);
    case 'remove': {
      const gone = new Set(unitIds);
      return ofUnits(held.filter((id) => !gone.has(id)));
    }
  }
}

/** A click with shift: takes the unit in, or lets it go when it was in. */
export function toggleUnit(selection: Selection, unitId: string): Selection {
  const held = selection.kind === 'units' && selection.unitIds.includes(unitId);
  return selectUnits(selection, [unitId], held ? 'remove' : 'add');
}

export function selectTerritory(selection: Selection, code: string): Selection {
  return selection.kind === 'territory' && selection.code === code
    ? NOTHING
    : { kind: 'territory', code };
}

function ofUnits(unitIds: readonly string[]): Selection {
  return unitIds.length === 0 ? NOTHING : { kind: 'units', unitIds };
}
