import {
  AttributionControl,
  type GeoJSONSource,
  Map as MapLibre,
  ScaleControl,
  setWorkerCount,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { bordersAround, bordersBetween } from '../model/borders';
import type { Point } from '../model/lasso';
import type { Camera } from '../model/view';
import type { Frame } from './geometry';
import { ACCOUNT_POINTS } from './layers/accounts';
import { placeFeatures } from './layers/base';
import { homeFeatures } from './layers/homes';
import { HATCH, hatchImage, MOVED } from './layers/moved';
import { labelFeatures, lines } from './layers/territories';
import { UNIT_FILL, type UnitState } from './layers/units';
import { paletteOf, type Scheme } from './palette';
import type { Base, Scene } from './scene';
import { emptySources, layersFor, NONE, type SourceName } from './style';

setWorkerUrl(workerUrl);
// One alone would keep the land waiting until all units are cut into tiles.
setWorkerCount(2);

/** What the pointer does to the map, told in the words of the model. */
export interface MapListener {
  hovered(hit: Hit | undefined): void;
  clicked(hit: Hit | undefined, extend: boolean): void;
  moved(camera: Camera): void;
}

export interface Hit {
  readonly x: number;
  readonly y: number;
  readonly unit: number | undefined;
  /** Number of a place with accounts. */
  readonly place: number | undefined;
}

/** Farther out the dust of accounts is too fine to point at. */
const POINTS_FROM_ZOOM = 6.5;

type PaintName = Parameters<MapLibre['setPaintProperty']>[1];

/** The parts of a scene that a unit's state is made from. */
const UNIT_PARTS = ['units', 'fills', 'territoryOf', 'selected', 'focus', 'moved'] as const;

/**
 * The one wrapper round the map library. It is given scenes and draws what differs from the last
 * one; recolouring and selecting touch feature state only, never the tiles.
 */
export class WorkbenchMap {
  readonly #map: MapLibre;
  readonly #listener: MapListener;
  #scene: Scene | undefined;
  #wanted: Scene;
  #ready = false;
  #framed = false;
  #unitStates: UnitState[] = [];

  constructor(
    container: HTMLElement,
    scene: Scene,
    camera: Camera | undefined,
    listener: MapListener,
    attribution: string,
  ) {
    this.#listener = listener;
    this.#wanted = scene;
    this.#map = new MapLibre({
      container,
      style: { version: 8, sources: emptySources(), layers: [...layersFor(scene.scheme)] },
      center: camera ? [camera.lon, camera.lat] : [-96, 38.5],
      zoom: camera?.zoom ?? 3.4,
      minZoom: 1.5,
      maxZoom: 15,
      boxZoom: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      renderWorldCopies: false,
      fadeDuration: 120,
    });
    this.#framed = camera !== undefined;
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(
      new AttributionControl({ compact: false, customAttribution: attribution }),
      'bottom-right',
    );
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    this.#map.on('load', () => {
      this.#ready = true;
      this.#addHatch();
      this.draw(this.#wanted);
    });
    // Told on the element itself, for whoever waits until the drawing stands.
    this.#map.on('idle', () => {
      container.dataset['drawn'] = String(this.#scene?.units?.unitIds.length ?? 0);
      container.dataset['accounts'] = String(this.#scene?.accounts?.potentials.length ?? 0);
    });
    this.#map.on('click', (event) => {
      this.#listener.clicked(this.#hit(event.point.x, event.point.y), event.originalEvent.shiftKey);
    });
    this.#map.on('mousemove', (event) => {
      this.#listener.hovered(this.#hit(event.point.x, event.point.y));
    });
    this.#map.on('mouseout', () => this.#listener.hovered(undefined));
    this.#map.on('moveend', () => this.#listener.moved(this.camera()));
  }

  draw(scene: Scene): void {
    this.#wanted = scene;
    if (!this.#ready) return;
    const last = this.#scene;
    this.#scene = scene;
    if (last && last.scheme !== scene.scheme) this.#restyle(scene.scheme);
    this.#drawBase(last?.base, scene.base);
    if (last?.units !== scene.units) {
      this.#unitStates = [];
      this.#map.removeFeatureState({ source: 'units' });
      this.#set('units', scene.units?.source ?? NONE);
    }
    if (!last || UNIT_PARTS.some((part) => last[part] !== scene[part])) this.#paintUnits(scene);
    if (last?.units !== scene.units || last?.territoryOf !== scene.territoryOf) {
      this.#drawOutlines(scene);
    }
    if (
      last?.units !== scene.units ||
      last?.selected !== scene.selected ||
      last?.focus !== scene.focus ||
      last?.territoryOf !== scene.territoryOf
    ) {
      this.#drawSelection(scene);
    }
    if (last?.labels !== scene.labels) this.#set('labels', labelFeatures(scene.labels));
    if (last?.homes !== scene.homes) this.#set('homes', homeFeatures(scene.homes));
    if (last?.accounts !== scene.accounts) {
      this.#set('accounts', scene.accounts?.source ?? NONE);
    }
    if (!this.#framed && scene.frame) {
      this.#framed = true;
      this.show(scene.frame, false);
    }
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lon: lng, lat, zoom: this.#map.getZoom() };
  }

  show({ west, south, east, north }: Frame, smooth = true): void {
    this.#map.fitBounds([west, south, east, north], { padding: 48, animate: smooth, maxZoom: 11 });
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: 200 });
  }

  /** The place under a point of the screen, measured from the map's corner. */
  placeAt(x: number, y: number): Point {
    const { lng, lat } = this.#map.unproject([x, y]);
    return [lng, lat];
  }

  resize(): void {
    this.#map.resize();
  }

  remove(): void {
    this.#map.remove();
  }

  #hit(x: number, y: number): Hit | undefined {
    if (!this.#ready) return undefined;
    const unit = this.#idAt([x, y], UNIT_FILL);
    const place = this.#map.getZoom() >= POINTS_FROM_ZOOM ? this.#placeNear(x, y) : undefined;
    return unit === undefined && place === undefined ? undefined : { x, y, unit, place };
  }

  #placeNear(x: number, y: number): number | undefined {
    const near: [[number, number], [number, number]] = [
      [x - 2, y - 2],
      [x + 2, y + 2],
    ];
    return this.#idAt(near, ACCOUNT_POINTS);
  }

  #idAt(where: Parameters<MapLibre['queryRenderedFeatures']>[0], layer: string) {
    const [top] = this.#map.queryRenderedFeatures(where, { layers: [layer] });
    return top?.id === undefined ? undefined : Number(top.id);
  }

  #drawBase(last: Base | undefined, base: Base | undefined): void {
    if (!base) return;
    if (last?.countries !== base.countries) this.#set('countries', base.countries);
    if (last?.regions !== base.regions) this.#set('regions', base.regions ?? NONE);
    if (last?.places !== base.places) this.#set('places', placeFeatures(base));
  }

  /** Data, or the address where the map's worker finds it. */
  #set(name: SourceName, data: GeoJSON.GeoJSON | string): void {
    this.#map.getSource<GeoJSONSource>(name)?.setData(data);
  }

  #paintUnits(scene: Scene): void {
    this.#map.setLayoutProperty(MOVED, 'visibility', scene.moved.size > 0 ? 'visible' : 'none');
    const count = scene.units ? scene.fills.length : 0;
    for (let unit = 0; unit < count; unit++) {
      const state: UnitState = {
        fill: scene.fills[unit] ?? '',
        dim: scene.focus !== undefined && scene.territoryOf[unit] !== scene.focus,
        selected: scene.selected.has(unit),
        moved: scene.moved.has(unit),
      };
      const painted = this.#unitStates[unit];
      if (painted && sameState(painted, state)) continue;
      this.#unitStates[unit] = state;
      this.#map.setFeatureState({ source: 'units', id: unit }, { ...state });
    }
  }

  #drawOutlines(scene: Scene): void {
    const borders = scene.units?.borders;
    this.#set('outlines', borders ? lines(bordersBetween(borders, scene.territoryOf)) : NONE);
  }

  #drawSelection({ units, selected, focus, territoryOf }: Scene): void {
    const holds = (unit: number) =>
      selected.size > 0 ? selected.has(unit) : territoryOf[unit] === focus;
    const empty = selected.size === 0 && focus === undefined;
    this.#set('selection', units && !empty ? lines(bordersAround(units.borders, holds)) : NONE);
  }

  /** Colours change with the scheme; sources, tiles and states stay. */
  #restyle(scheme: Scheme): void {
    for (const layer of layersFor(scheme)) {
      const paint = ('paint' in layer && layer.paint) || {};
      for (const [name, value] of Object.entries(paint)) {
        this.#map.setPaintProperty(layer.id, name as PaintName, value);
      }
    }
    this.#addHatch();
  }

  #addHatch(): void {
    const image = hatchImage(paletteOf(this.#wanted.scheme).hatch);
    if (this.#map.hasImage(HATCH)) this.#map.updateImage(HATCH, image);
    else this.#map.addImage(HATCH, image, { pixelRatio: 2 });
  }
}

function sameState(a: UnitState, b: UnitState): boolean {
  return a.fill === b.fill && a.dim === b.dim && a.selected === b.selected && a.moved === b.moved;
}
