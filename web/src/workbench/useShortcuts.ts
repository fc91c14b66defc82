import { useEffect } from 'react';
import type { Tool } from '../map/DrawPad';

interface Shortcuts {
  readonly tool: Tool;
  setTool(tool: Tool): void;
  letGo(): void;
  move(): void;
  undo(): void;
  redo(): void;
  step(by: 1 | -1): void;
}

/** The keys of the workbench; they rest while someone types or a dialog is open. */
export function useShortcuts({ tool, setTool, letGo, move, undo, redo, step }: Shortcuts): void {
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (isBusy(event)) return;
      const action = actionFor(event);
      if (action) event.preventDefault();
      switch (action) {
        case 'undo':
          return undo();
        case 'redo':
          return redo();
        case 'let go':
          return tool === 'point' ? letGo() : setTool('point');
        case 'move':
          return move();
        case 'lasso':
          return setTool('lasso');
        case 'box':
          return setTool('box');
        case 'point':
          return setTool('point');
        case 'previous':
          return step(-1);
        case 'next':
          return step(1);
        default:
      }
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, [tool, setTool, letGo, move, undo, redo, step]);
}

type Action = 'undo' | 'redo' | 'let go' | 'move' | 'lasso' | 'box' | 'point' | 'previous' | 'next';

const KEYS: Readonly<Record<string, Action>> = {
  Escape: 'let go',
  Enter: 'move',
  l: 'lasso',
  b: 'box',
  v: 'point',
  '[': 'previous',
  ']': 'next',
};

function actionFor(event: KeyboardEvent): Action | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    return event.shiftKey ? 'redo' : 'undo';
  }
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
}

function isBusy(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  const typing = target.closest('input, textarea, select, [contenteditable], [role=dialog]');
  const pressing = event.key === 'Enter' && target.closest('button, a, [role=row]');
  return Boolean(typing ?? pressing);
}
