import { SegmentedControl } from '@mantine/core';
import { useView } from '../app/useView';
import { Exceptions } from './Exceptions';
import { Opportunities } from './Opportunities';
import { Publications } from './Publications';
import { type OwnershipPart, PARTS, partOf } from './parts';
import { Stability } from './Stability';

/** How ownership departs from the rules, how it changes, and how often it may. */
export function Ownership() {
  const { view, change } = useView();
  const part = partOf(view.open);
  return (
    <div className="page-scroll">
      <div className="page-body">
        <SegmentedControl
          mb="lg"
          aria-label="Parts of ownership"
          value={part}
          onChange={(next) => change({ open: next === PARTS[0].part ? undefined : next }, true)}
          data={PARTS.map(({ part: value, label }) => ({ value, label }))}
        />
        <Part part={part} />
      </div>
    </div>
  );
}

function Part({ part }: { readonly part: OwnershipPart }) {
  switch (part) {
    case 'exceptions':
      return <Exceptions />;
    case 'opportunities':
      return <Opportunities />;
    case 'publications':
      return <Publications />;
    case 'limits':
      return <Stability />;
  }
}
