import { Button } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { getOwnAccountPoints } from '../api/resources';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { nearestTo } from '../model/nearest';

const MOST_SHOWN = 12;

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** My accounts, the nearest first: from home until the phone says where I am. */
export function NearMe({ home }: { readonly home: Place | null }) {
  const formats = useFormats();
  const { change } = useView();
  const [here, setHere] = useState<Place>();
  const [refused, setRefused] = useState(false);
  const points = useQuery({ queryKey: ['points', 'own'], queryFn: getOwnAccountPoints });
  const from = here ?? home;
  const near = useMemo(
    () =>
      points.data && from ? nearestTo(from, points.data.lon, points.data.lat, MOST_SHOWN) : [],
    [points.data, from],
  );
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setHere({ lon: coords.longitude, lat: coords.latitude }),
      () => setRefused(true),
    );
  return (
    <section className="card" data-testid="near">
      <h2>
        Nearest {here ? 'to me' : 'to home'}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCurrentLocation size={15} />}
          onClick={locate}
        >
          From where I am
        </Button>
      </h2>
      {refused && <p className="soft">The phone did not say where you are; counted from home.</p>}
      {!from && <p className="soft">Your home is not known: use “From where I am”.</p>}
      <ProblemNote error={points.error} />
      <ol className="near figures">
        {near.map(({ number, km }) => (
          <li key={points.data?.ids[number]}>
            <button
              type="button"
              onClick={() => change({ page: 'accounts', open: points.data?.ids[number] }, true)}
            >
              <b>{points.data?.names[number]}</b>
              <span className="soft">
                {formats.distance(km)} · {formats.money(points.data?.potential[number] ?? 0)} of
                potential
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
