import type { Places } from '../model/places';
import type { Texts } from '../model/texts';
import type { Frame, UnitGeometry } from './geometry';
import type { Scheme } from './palette';

/** All the map shows, as plain data. The map compares it with what it drew last. */
export interface Scene {
  readonly scheme: Scheme;
  readonly base: Base | undefined;
  readonly units: UnitGeometry | undefined;
  /** [unit number] -> fill colour. */
  readonly fills: readonly string[];
  /** [unit number] -> territory number; decides the outlines. */
  readonly territoryOf: ArrayLike<number>;
  readonly moved: ReadonlySet<number>;
  readonly selected: ReadonlySet<number>;
  /** The territory in focus; all others step back. */
  readonly focus: number | undefined;
  readonly labels: readonly TerritoryLabel[];
  readonly homes: readonly Home[];
  readonly accounts: PlacedAccounts | undefined;
  readonly frame: Frame | undefined;
}

export interface Base {
  /** Where the map's worker reads the areas, as for the units. */
  readonly countries: string;
  /** States, provinces or departments of the country; undefined until they are read. */
  readonly regions: string | undefined;
  readonly places: readonly Place[];
}

interface Place {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
}

export interface TerritoryLabel {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly units: number;
}

export interface Home {
  readonly code: string;
  readonly person: string;
  readonly lon: number;
  readonly lat: number;
}

/** All accounts on the map, gathered by place. */
export interface PlacedAccounts {
  /** Where the map's worker reads the places; their ids are the place numbers. */
  readonly source: string;
  readonly places: Places;
  /** By account number. */
  readonly ids: Texts;
  readonly names: Texts;
  /** [account number] -> what it could buy. */
  readonly potentials: Float64Array;
}
