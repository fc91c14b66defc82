import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getAtlasCountries, getPlaces } from '../api/resources';
import type { PlanView } from '../api/wire';
import { readOutline, readUnits } from '../map/atlasReader';
import type { Base } from '../map/scene';

const FOREVER = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
} as const;

/** The areas and points of a plan's units. */
export function useUnitGeometry(plan: PlanView | undefined) {
  const country = plan?.country ?? '';
  const kind = plan?.unitKind.toLowerCase() ?? '';
  const units = useQuery({
    queryKey: ['atlas-units', country, kind],
    queryFn: () => readUnits(country, kind),
    enabled: plan !== undefined,
    ...FOREVER,
  });
  return { geometry: units.data, error: units.error };
}

/** Countries, regions and towns below and above the units. */
export function useBase(country: string | undefined): Base | undefined {
  const countries = useQuery({
    queryKey: ['outline', 'countries-50m'],
    queryFn: () => readOutline('countries-50m'),
    ...FOREVER,
  });
  const known = useAtlasCountries();
  const outline = known.data?.items.find(({ code }) => code === country)?.regions;
  const regions = useQuery({
    queryKey: ['outline', outline],
    queryFn: () => readOutline(outline ?? ''),
    enabled: outline !== undefined,
    ...FOREVER,
  });
  const places = useQuery({
    queryKey: ['places', country],
    queryFn: () => getPlaces(country ?? ''),
    enabled: country !== undefined,
    ...FOREVER,
  });
  return useMemo(() => {
    if (!countries.data) return undefined;
    const { names, lon, lat, population } = places.data ?? NO_PLACES;
    return {
      countries: countries.data,
      regions: regions.data,
      places: names.map((name, number) => ({
        name,
        lon: lon[number] ?? 0,
        lat: lat[number] ?? 0,
        population: population[number] ?? 0,
      })),
    };
  }, [countries.data, regions.data, places.data]);
}

const NO_PLACES = { names: [], lon: [], lat: [], population: [] };

/** The countries whose areas the atlas holds. */
export function useAtlasCountries() {
  return useQuery({ queryKey: ['atlas-countries'], queryFn: getAtlasCountries, ...FOREVER });
}
