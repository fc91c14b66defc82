import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react';
import { parseView, printView, type View } from '../model/view';

/** The view lives in the address bar; this is its only reader and writer. */
export interface ViewControl {
  readonly view: View;
  /** Changes the view; `remember` makes it a step that the browser's back button undoes. */
  change(part: ViewChange, remember?: boolean): void;
}

/** Parts to change; `undefined` takes a part out. */
type ViewChange = { readonly [K in keyof View]?: View[K] | undefined };

export const ViewContext = createContext<ViewControl | undefined>(undefined);

export function useView(): ViewControl {
  const control = use(ViewContext);
  if (!control) throw new Error('useView needs a ViewContext above it.');
  return control;
}

// A selection too long for the address lives only here, until the address changes otherwise.
let current = { hash: '', view: parseView('') };

function snapshot(): View {
  if (window.location.hash !== current.hash) {
    current = { hash: window.location.hash, view: parseView(window.location.hash) };
  }
  return current.view;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

export function useViewControl(): ViewControl {
  const view = useSyncExternalStore(subscribe, snapshot);
  const change = useCallback((part: ViewChange, remember = false) => {
    // As of when something is shown is said of what is open, and of nothing that is opened next.
    const elsewhere = 'open' in part || 'page' in part ? { known: undefined } : {};
    const next = withoutUndefined({ ...snapshot(), ...elsewhere, ...part });
    const hash = printView(next);
    if (remember) window.history.pushState(null, '', hash);
    else window.history.replaceState(null, '', hash);
    current = { hash: window.location.hash, view: next };
    for (const listener of listeners) listener();
  }, []);
  return useMemo(() => ({ view, change }), [view, change]);
}

function withoutUndefined(view: { readonly [K in keyof View]: View[K] | undefined }): View {
  return Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined),
  ) as unknown as View;
}
