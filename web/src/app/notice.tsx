import { CloseButton } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { problemOf } from '../api/problem';
import { ProblemNote } from './ProblemNote';

/** A sentence about what was just done, or could not be. It goes by itself when all is well. */
type Notice =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Teller {
  done(text: string): void;
  failed(error: unknown): void;
}

const TellerContext = createContext<Teller | undefined>(undefined);

export function useTeller(): Teller {
  const teller = use(TellerContext);
  if (!teller) throw new Error('useTeller needs a NoticeBoard above it.');
  return teller;
}

const SHOWN_FOR_MS = 6000;

export function NoticeBoard({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const done = useCallback((text: string) => setNotice({ kind: 'done', text }), []);
  const failed = useCallback((error: unknown) => setNotice({ kind: 'failed', error }), []);
  const teller = useMemo(() => ({ done, failed }), [done, failed]);

  useEffect(() => {
    if (notice?.kind !== 'done') return;
    const timer = setTimeout(() => setNotice(undefined), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  return (
    <TellerContext value={teller}>
      {children}
      {notice && (
        <div className="notice" role="status" data-testid="notice">
          {notice.kind === 'done' ? (
            <span>{notice.text}</span>
          ) : (
            <ProblemNote error={notice.error} key={problemOf(notice.error).detail} />
          )}
          <CloseButton aria-label="Dismiss" onClick={() => setNotice(undefined)} />
        </div>
      )}
    </TellerContext>
  );
}
