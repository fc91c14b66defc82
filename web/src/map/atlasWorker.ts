// Runs beside the page: fetches areas and accounts and takes them apart, so that nothing blocks a click.
import type { Topology } from 'topojson-specification';
import { read } from '../api/client';
import { type Problem, problemOf } from '../api/problem';
import type { AccountPoints } from '../api/wire';
import { placesOf } from '../model/places';
import { packTexts } from '../model/texts';
import { areasAsGeoJson, linesOf, shapesOf } from '../model/topology';
import { type UnitColumns, type UnitGeometry, unitGeometry } from './geometry';
import { placesAsGeoJson } from './layers/accounts';
import type { PlacedAccounts } from './scene';

/** What the page asks for. */
export type AtlasQuestion =
  | { readonly kind: 'units'; readonly areas: string; readonly columns: string }
  | { readonly kind: 'outline'; readonly areas: string }
  | { readonly kind: 'accounts'; readonly points: string };

export interface Asked {
  readonly id: number;
  readonly question: AtlasQuestion;
}

export type AtlasAnswer =
  | { readonly kind: 'units'; readonly units: UnitGeometry }
  | { readonly kind: 'outline'; readonly source: string }
  | { readonly kind: 'accounts'; readonly accounts: PlacedAccounts };

export type Answered =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: AtlasAnswer }
  | { readonly id: number; readonly kind: 'problem'; readonly problem: Problem };

/** The part of a worker's surroundings that is used; the page's own types know it differently. */
interface Surroundings {
  addEventListener(type: 'message', listener: (event: MessageEvent<Asked>) => void): void;
  postMessage(message: Answered, transfer: Transferable[]): void;
}

const surroundings = self as unknown as Surroundings;

surroundings.addEventListener('message', ({ data: { id, question } }) => {
  answer(question).then(
    (given) => surroundings.postMessage({ id, kind: 'answer', answer: given }, buffersOf(given)),
    (failure) => surroundings.postMessage({ id, kind: 'problem', problem: problemOf(failure) }, []),
  );
});

async function answer(question: AtlasQuestion): Promise<AtlasAnswer> {
  switch (question.kind) {
    case 'units': {
      const [areas, columns] = await Promise.all([
        read<Topology>(question.areas),
        read<UnitColumns>(question.columns),
      ]);
      return { kind: 'units', units: unitGeometry(areas, columns, publish) };
    }
    case 'outline': {
      const areas = await read<Topology>(question.areas);
      const text = areasAsGeoJson(shapesOf(areas), linesOf(areas), (_, position) => position);
      return { kind: 'outline', source: publish(text) };
    }
    case 'accounts': {
      const { ids, names, lon, lat, potential } = await read<AccountPoints>(question.points);
      const places = placesOf(lon, lat, potential);
      return {
        kind: 'accounts',
        accounts: {
          source: publish(placesAsGeoJson(places)),
          places,
          ids: packTexts(ids),
          names: packTexts(names),
          potentials: Float64Array.from(potential),
        },
      };
    }
  }
}

/** An address under which the map's worker finds the text; the page never holds it. */
function publish(geoJson: string): string {
  return URL.createObjectURL(new Blob([geoJson], { type: 'application/geo+json' }));
}

/** Large columns change hands instead of being copied. */
function buffersOf(given: AtlasAnswer): Transferable[] {
  return columnsOf(given).map(({ buffer }) => buffer as ArrayBuffer);
}

function columnsOf(given: AtlasAnswer): readonly ArrayBufferView[] {
  switch (given.kind) {
    case 'units': {
      const { borders, longitudes, latitudes } = given.units;
      const { coordinates, starts, one, other } = borders;
      return [coordinates, starts, one, other, longitudes, latitudes];
    }
    case 'accounts': {
      const { places, ids, names, potentials } = given.accounts;
      return [...Object.values(places), ids.starts, names.starts, potentials];
    }
    case 'outline':
      return [];
  }
}
