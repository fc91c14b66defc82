import 'maplibre-gl/dist/maplibre-gl.css';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { boxLoop, type Point, pointsInside } from '../model/lasso';
import type { Gesture } from '../model/selection';
import type { Camera } from '../model/view';
import { DrawPad, type Tool } from './DrawPad';
import type { Frame } from './geometry';
import type { Scene } from './scene';
import { type Hit, WorkbenchMap } from './workbenchMap';

const ATTRIBUTION = '© GeoNames (CC BY 4.0) · Natural Earth · U.S. Census Bureau';

interface Props {
  readonly scene: Scene;
  /** Where the map opens; later the map itself tells where it is. */
  readonly camera: Camera | undefined;
  /** A frame to fly to whenever a new one is given. */
  readonly goTo: Frame | undefined;
  readonly tool: Tool;
  /** What the card beside the pointer says. */
  describe(hit: Hit): ReactNode;
  onUnit(unit: number, extend: boolean): void;
  onPlace(place: number): void;
  onEmpty(): void;
  onDrawn(units: readonly number[], gesture: Gesture): void;
  onCamera(camera: Camera): void;
  onPointed?(unit: number | undefined): void;
}

/** The map as a component: scenes in, the model's words out. */
export function MapView(props: Props) {
  const { scene, tool } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<WorkbenchMap | undefined>(undefined);
  const latest = useRef(props);
  const [hit, setHit] = useState<Hit>();

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!container.current) return;
    const made = new WorkbenchMap(
      container.current,
      latest.current.scene,
      latest.current.camera,
      {
        hovered: (next) => {
          setHit(next);
          latest.current.onPointed?.(next?.unit);
        },
        clicked: (clicked, extend) => {
          const now = latest.current;
          if (clicked?.place !== undefined && !extend) now.onPlace(clicked.place);
          else if (clicked?.unit !== undefined) now.onUnit(clicked.unit, extend);
          else now.onEmpty();
        },
        moved: (camera) => latest.current.onCamera(camera),
      },
      ATTRIBUTION,
    );
    map.current = made;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(container.current);
    return () => {
      watcher.disconnect();
      made.remove();
      map.current = undefined;
    };
  }, []);

  useEffect(() => {
    map.current?.draw(scene);
  }, [scene]);

  const { goTo } = props;
  useEffect(() => {
    if (goTo) map.current?.show(goTo);
  }, [goTo]);

  const finishDrawing = (outline: readonly Point[], gesture: Gesture) => {
    const drawn = map.current;
    const units = scene.units;
    if (!drawn || !units) return;
    const corners = outline.map(([x, y]) => drawn.placeAt(x, y));
    const [first, second] = corners;
    const loop = tool === 'box' && first && second ? boxLoop(first, second) : corners;
    latest.current.onDrawn(pointsInside(loop, units.longitudes, units.latitudes), gesture);
  };

  const card = hit && tool === 'point' ? props.describe(hit) : null;
  return (
    <>
      <div ref={container} className="map-canvas" data-testid="map" />
      {tool !== 'point' && <DrawPad tool={tool} onDrawn={finishDrawing} />}
      <div className="float map-zoom">
        <MapButton label="Nearer" onClick={() => map.current?.zoomBy(1)}>
          <IconPlus size={17} />
        </MapButton>
        <MapButton label="Farther" onClick={() => map.current?.zoomBy(-1)}>
          <IconMinus size={17} />
        </MapButton>
        <MapButton
          label="Show everything"
          onClick={() => scene.frame && map.current?.show(scene.frame)}
        >
          <IconFocusCentered size={17} />
        </MapButton>
      </div>
      {hit && card && (
        <div className="hover-card" style={besidePointer(hit, container.current)}>
          {card}
        </div>
      )}
    </>
  );
}

interface MapButtonProps {
  readonly label: string;
  readonly pressed?: boolean;
  onClick(): void;
  readonly children: ReactNode;
}

export function MapButton({ label, pressed, onClick, children }: MapButtonProps) {
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        variant={pressed ? 'filled' : 'subtle'}
        color={pressed ? 'petrol' : 'gray'}
        size={34}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

const CARD = { width: 248, height: 230 };

/** Keeps the card on the map, on the side of the pointer that has room. */
function besidePointer({ x, y }: Hit, box: HTMLElement | null) {
  const width = box?.clientWidth ?? 0;
  const height = box?.clientHeight ?? 0;
  return {
    left: x + 18 + CARD.width > width ? x - 18 - CARD.width : x + 18,
    top: Math.max(8, Math.min(y + 14, height - CARD.height)),
  };
}
