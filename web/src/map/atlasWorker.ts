// Runs beside the page: fetches the atlas and takes its shapes apart, so that nothing blocks a click.
import type { Topology } from 'topojson-specification';
import { read } from '../api/client';
import { type Problem, problemOf } from '../api/problem';
import { areasAsGeoJson, linesOf, shapesOf } from '../model/topology';
import { type UnitColumns, type UnitGeometry, unitGeometry } from './geometry';

/** What the page asks for. */
export type AtlasQuestion =
  | { readonly kind: 'units'; readonly areas: string; readonly columns: string }
  | { readonly kind: 'outline'; readonly areas: string };

export interface Asked {
  readonly id: number;
  readonly question: AtlasQuestion;
}

export type AtlasAnswer =
  | { readonly kind: 'units'; readonly units: UnitGeometry }
  | { readonly kind: 'outline'; readonly source: string };

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
  }
}

/** An address under which the map's worker finds the text; the page never holds it. */
function publish(geoJson: string): string {
  return URL.createObjectURL(new Blob([geoJson], { type: 'application/geo+json' }));
}

/** Large columns change hands instead of being copied. */
function buffersOf(given: AtlasAnswer): Transferable[] {
  if (given.kind === 'outline') return [];
  const { borders, longitudes, latitudes } = given.units;
  const { coordinates, starts, one, other } = borders;
  return [coordinates, starts, one, other, longitudes, latitudes].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
