import { ApiKeys } from './ApiKeys';
import { Users } from './Users';

/** Who may sign in, as what, and the keys of machines. */
export function Access() {
  return (
    <div className="page-scroll">
      <div className="page-body">
        <h1 className="page-title">Access</h1>
        <p className="page-lead">
          Each person signs in with a name of their own and sees what their role allows. Machines
          use keys. Secrets are shown once, here, and kept nowhere in plain text.
        </p>
        <div className="stack">
          <Users />
          <ApiKeys />
        </div>
      </div>
    </div>
  );
}
