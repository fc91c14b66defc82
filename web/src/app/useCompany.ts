import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { getCompany } from '../api/resources';
import type { Session } from '../api/wire';
import { type Formats, formatsFor } from '../model/format';

export function useCompany() {
  return useQuery({ queryKey: ['company'], queryFn: getCompany, staleTime: 60_000 });
}

/** Figures in the reader's language and the company's currency. */
export function useFormats(): Formats {
  const currency = useCompany().data?.currency ?? 'USD';
  return useMemo(() => formatsFor(navigator.language, currency), [currency]);
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a signed-in page above it.');
  return session;
}

/** Whether the one signed in may change territories; the server has the last word. */
export function useMayPlan(): boolean {
  const { role } = useSession().user;
  return role === 'ADMINISTRATOR' || role === 'PLANNER';
}
