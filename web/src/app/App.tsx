import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type Entered, renewSession, SESSION_KEY } from '../api/recovery';
import { currentSession } from '../api/session';
import type { Session } from '../api/wire';
import { NewPassword, SignIn } from '../signin/SignIn';
import { SignInAgain } from '../signin/SignInAgain';
import { Connection } from './Connection';
import { NoticeBoard } from './notice';
import { PageBoundary } from './PageBoundary';
import { Palette } from './Palette';
import { ProblemNote } from './ProblemNote';
import { pageFor } from './pages';
import { Rail } from './Rail';
import { SessionContext, useSession } from './useCompany';
import { useView, useViewControl, ViewContext } from './useView';

const Workbench = lazy(async () => ({
  default: (await import('../workbench/Workbench')).Workbench,
}));
const Accounts = lazy(async () => ({ default: (await import('../accounts/Accounts')).Accounts }));
const Ownership = lazy(async () => ({
  default: (await import('../ownership/Ownership')).Ownership,
}));
const Rules = lazy(async () => ({ default: (await import('../rules/Rules')).Rules }));
const Leads = lazy(async () => ({ default: (await import('../leads/Leads')).Leads }));
const Kpis = lazy(async () => ({ default: (await import('../kpis/Kpis')).Kpis }));
const Team = lazy(async () => ({ default: (await import('../team/Team')).Team }));
const MyPatch = lazy(async () => ({ default: (await import('../patch/MyPatch')).MyPatch }));
const Access = lazy(async () => ({ default: (await import('../access/Access')).Access }));
const Data = lazy(async () => ({ default: (await import('../data/Data')).Data }));

/** Signed in or not; then the page that the address names. */
export function App() {
  const client = useQueryClient();
  const session = useQuery({
    queryKey: SESSION_KEY,
    queryFn: async (): Promise<Entered | null> => {
      const last = client.getQueryData<Entered | null>(SESSION_KEY);
      // A session that ends takes nothing off the screen: the page asks to sign in again above it.
      return (await currentSession()) ?? (last ? { ...last, ended: true } : null);
    },
    staleTime: 60_000,
  });
  const enter = (entered: Session) => client.setQueryData(SESSION_KEY, entered);
  if (session.isPending) return null;
  if (session.isLoadingError) return <Unreachable error={session.error} />;
  if (!session.data) return <SignIn onSignedIn={enter} />;
  if (session.data.mustChangePassword) {
    return <NewPassword onChanged={() => client.invalidateQueries({ queryKey: SESSION_KEY })} />;
  }
  return (
    <SessionContext value={session.data}>
      <SignedIn />
      {session.data.ended && (
        <SignInAgain
          username={session.data.user.username}
          onSignedIn={(renewed) => renewSession(client, renewed)}
        />
      )}
    </SessionContext>
  );
}

function SignedIn() {
  const control = useViewControl();
  return (
    <ViewContext value={control}>
      <NoticeBoard>
        <div className="shell">
          <Rail />
          <main className="page">
            <Connection />
            <PageBoundary key={control.view.page}>
              <Suspense fallback={null}>
                <CurrentPage />
              </Suspense>
            </PageBoundary>
          </main>
        </div>
        <Palette />
      </NoticeBoard>
    </ViewContext>
  );
}

function CurrentPage() {
  const { view } = useView();
  const { role } = useSession().user;
  switch (pageFor(role, view.page)) {
    case 'map':
      return <Workbench />;
    case 'patch':
      return <MyPatch />;
    case 'accounts':
      return <Accounts />;
    case 'ownership':
      return <Ownership />;
    case 'rules':
      return <Rules />;
    case 'leads':
      return <Leads />;
    case 'kpis':
      return <Kpis />;
    case 'team':
      return <Team />;
    case 'data':
      return <Data />;
    case 'access':
      return <Access />;
    case undefined:
      return <p className="page-body">There is no page for this role.</p>;
  }
}

function Unreachable({ error }: { readonly error: unknown }) {
  return (
    <div className="page-body" style={{ paddingTop: '20vh', maxWidth: 560 }}>
      <ProblemNote error={error} />
    </div>
  );
}
