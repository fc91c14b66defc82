/** Accounts gathered by where they stand: many share the middle of a postcode. */
export interface Places {
  /** [place] -> degrees. */
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  /** [place] -> what all its accounts together could buy. */
  readonly potentials: Float64Array;
  /** [place] -> its first entry in `members`; one entry more than there are places. */
  readonly starts: Uint32Array;
  /** Account numbers place by place, those with most potential first. */
  readonly members: Uint32Array;
}

/** About a metre: nearer than that, nothing on a map tells two accounts apart. */
const STEPS_PER_DEGREE = 1e5;

export function placesOf(
  longitudes: ArrayLike<number>,
  latitudes: ArrayLike<number>,
  potentials: ArrayLike<number>,
): Places {
  const gathered = new Map<number, number[]>();
  for (let account = 0; account < longitudes.length; account++) {
    const east = Math.round((longitudes[account] ?? 0) * STEPS_PER_DEGREE);
    const north = Math.round((latitudes[account] ?? 0) * STEPS_PER_DEGREE);
    const key = east * 1000 * STEPS_PER_DEGREE + north;
    const here = gathered.get(key);
    if (here) here.push(account);
    else gathered.set(key, [account]);
  }
  const potentialOf = (account: number) => potentials[account] ?? 0;
  const groups = [...gathered.values()];
  const firsts = groups.map(([first]) => first ?? 0);
  const starts = new Uint32Array(groups.length + 1);
  const members = new Uint32Array(longitudes.length);
  groups.forEach((group, place) => {
    const start = starts[place] ?? 0;
    group.sort((a, b) => potentialOf(b) - potentialOf(a) || a - b);
    members.set(group, start);
    starts[place + 1] = start + group.length;
  });
  return {
    longitudes: Float64Array.from(firsts, (account) => longitudes[account] ?? 0),
    latitudes: Float64Array.from(firsts, (account) => latitudes[account] ?? 0),
    potentials: Float64Array.from(groups, (group) =>
      group.reduce((sum, account) => sum + potentialOf(account), 0),
    ),
    starts,
    members,
  };
}

/** The account numbers of a place, those with most potential first. */
export function membersOf({ starts, members }: Places, place: number): Uint32Array {
  return members.subarray(starts[place] ?? 0, starts[place + 1] ?? 0);
}
