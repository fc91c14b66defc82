import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getAreas, getAtlasUnits, getOutline, getPlaces } from '../api/resources';
import type { PlanView } from '../api/wire';
import { featuresOf, frameOf, unitGeometry } from '../map/geometry';
import type { Base } from '../map/scene';

const FOREVER = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

/** The polygons and points of a plan's units, numbered as its scenarios number them. */
export function useUnitGeometry(
  plan: PlanView | undefined,
  unitIds: readonly string[] | undefined,
) {
  const country = plan?.country ?? '';
  const kind = plan?.unitKind.toLowerCase() ?? '';
  const enabled = plan !== undefined;
  const areas = useQuery({
    queryKey: ['areas', country, kind],
    queryFn: () => getAreas(country, kind),
    enabled,
    structuralSharing: false,
    ...FOREVER,
  });
  const units = useQuery({
    queryKey: ['atlas-units', country, kind],
    queryFn: () => getAtlasUnits(country, kind),
    enabled,
    structuralSharing: false,
    ...FOREVER,
  });
  // Every scenario of a plan has the same units; the text stands for the list, which may be new.
  const numbering = useMemo(() => unitIds?.join(' '), [unitIds]);
  const geometry = useMemo(() => {
    if (!areas.data || !units.data || numbering === undefined) return undefined;
    const { unitIds: ids, lon, lat } = units.data;
    const pointOf = new Map(
      ids.map((id, number) => [id, [lon[number] ?? 0, lat[number] ?? 0] as const]),
    );
    return unitGeometry(areas.data, numbering.split(' '), (id) => pointOf.get(id));
  }, [areas.data, units.data, numbering]);
  const frame = useMemo(
    () => (geometry ? frameOf(geometry.longitudes, geometry.latitudes) : undefined),
    [geometry],
  );
  const places = useMemo(() => {
    const columns = units.data;
    return new Map(
      columns?.unitIds.map((id, number) => [
        id,
        [columns.names[number], columns.region[number]].filter(Boolean).join(', '),
      ]),
    );
  }, [units.data]);
  return { geometry, frame, places, error: areas.error ?? units.error };
}

/** Countries, regions and towns below and above the units. */
export function useBase(country: string | undefined): Base | undefined {
  const countries = useQuery({
    queryKey: ['outline', 'countries'],
    queryFn: () => getOutline('countries-50m'),
    ...FOREVER,
  });
  const regions = useQuery({
    queryKey: ['outline', 'us-states'],
    queryFn: () => getOutline('us-states'),
    ...FOREVER,
  });
  const places = useQuery({
    queryKey: ['places', country],
    queryFn: () => getPlaces(country ?? ''),
    enabled: country !== undefined,
    ...FOREVER,
  });
  return useMemo(() => {
    if (!countries.data || !regions.data || !places.data) return undefined;
    const { names, lon, lat, population } = places.data;
    return {
      countries: featuresOf(countries.data),
      regions: featuresOf(regions.data),
      places: names.map((name, number) => ({
        name,
        lon: lon[number] ?? 0,
        lat: lat[number] ?? 0,
        population: population[number] ?? 0,
      })),
    };
  }, [countries.data, regions.data, places.data]);
}
