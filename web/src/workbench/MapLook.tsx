import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconStack2 } from '@tabler/icons-react';
import { useView } from '../app/useView';
import { indexLegend, type Scheme } from '../map/palette';
import { MEASURES } from '../model/alignment';
import { LAYERS, type Layer } from '../model/view';
import { measureLabel } from './words';

const LAYER_LABELS: Readonly<Record<Layer, string>> = {
  accounts: 'Accounts',
  homes: 'Homes of representatives',
  labels: 'Names of territories',
  moved: 'What moves, hatched',
};

/** What the colours mean, and what is drawn. */
export function MapLook({ scheme }: { readonly scheme: Scheme }) {
  const { view, change } = useView();
  const colour = view.colour;
  const toggle = (layer: Layer) =>
    change({
      hidden: view.hidden.includes(layer)
        ? view.hidden.filter((hidden) => hidden !== layer)
        : [...view.hidden, layer],
    });
  return (
    <>
      <div className="float map-look">
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton className="top-choice" data-testid="colour">
              <span>
                {colour.kind === 'territory'
                  ? 'Coloured by territory'
                  : `${measureLabel(colour.measure)} index`}
              </span>
              <IconChevronDown size={14} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => change({ colour: { kind: 'territory' } })}>
              Territory
            </Menu.Item>
            <Menu.Divider />
            <Menu.Label>Index, 100 is the average</Menu.Label>
            {MEASURES.map((measure) => (
              <Menu.Item
                key={measure}
                onClick={() => change({ colour: { kind: 'index', measure } })}
              >
                {measureLabel(measure)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end" closeOnItemClick={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={34} aria-label="Layers">
              <IconStack2 size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {LAYERS.map((layer) => (
              <Menu.CheckboxItem
                key={layer}
                checked={!view.hidden.includes(layer)}
                onChange={() => toggle(layer)}
              >
                {LAYER_LABELS[layer]}
              </Menu.CheckboxItem>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {colour.kind === 'index' && (
        <div className="float legend" data-testid="legend">
          {measureLabel(colour.measure)} index, 100 is the average
          <div className="legend-steps figures">
            {indexLegend(scheme).map((step) => (
              <span className="legend-step" key={step.label}>
                <i style={{ background: step.colour }} />
                {step.label}
              </span>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
