import { type PointerEvent, useState } from 'react';
import type { Point } from '../model/lasso';
import type { Gesture } from '../model/selection';

export type Tool = 'point' | 'lasso' | 'box';

interface Props {
  readonly tool: 'lasso' | 'box';
  /** The outline in points of the map's screen: the loop, or two opposite corners. */
  onDrawn(outline: readonly Point[], gesture: Gesture): void;
}

/** A sheet over the map that takes one free-hand loop or one box. */
export function DrawPad({ tool, onDrawn }: Props) {
  const [outline, setOutline] = useState<readonly Point[]>([]);

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setOutline([at(event)]);
  };
  const draw = (event: PointerEvent<HTMLDivElement>) => {
    const [first] = outline;
    if (!first) return;
    setOutline(tool === 'box' ? [first, at(event)] : [...outline, at(event)]);
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    if (outline.length > 1) onDrawn(outline, gestureOf(event));
    setOutline([]);
  };

  return (
    <div
      className="draw-pad"
      data-testid="draw-pad"
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
    >
      <svg width="100%" height="100%" aria-hidden="true">
        <path d={pathOf(tool, outline)} />
      </svg>
    </div>
  );
}

function at(event: PointerEvent<HTMLDivElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

function gestureOf(event: PointerEvent): Gesture {
  if (event.altKey) return 'remove';
  return event.shiftKey ? 'add' : 'replace';
}

function pathOf(tool: 'lasso' | 'box', outline: readonly Point[]): string {
  const [first, ...rest] = outline;
  if (!first) return '';
  const [opposite] = rest;
  if (tool === 'box' && opposite) {
    return `M${first[0]} ${first[1]}H${opposite[0]}V${opposite[1]}H${first[0]}Z`;
  }
  return `M${first.join(' ')}${rest.map((point) => `L${point.join(' ')}`).join('')}Z`;
}
