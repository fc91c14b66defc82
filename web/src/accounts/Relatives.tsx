import type { AccountView } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';

/** The family of an account, and the accounts that were merged into it. */
export function Relatives({ account }: { readonly account: AccountView }) {
  const formats = useFormats();
  const { family, merged } = account;
  const { parent, children, childCount } = family;
  if (!parent && childCount === 0 && merged.length === 0) return null;
  return (
    <section className="card" data-testid="relatives">
      <h2>Belongs together</h2>
      {parent && (
        <p>
          Part of <Relative relative={parent} />
        </p>
      )}
      {childCount > 0 && (
        <>
          <p className="soft">Above {formats.count(childCount)}:</p>
          <ul className="plain-list">
            {children.map((child) => (
              <li key={child.id}>
                <Relative relative={child} />
              </li>
            ))}
          </ul>
          {childCount > children.length && (
            <p className="soft">and {formats.count(childCount - children.length)} more</p>
          )}
        </>
      )}
      {merged.map(({ externalId, name, at, who }) => (
        <p key={externalId} className="soft">
          {name} ({externalId}) was merged into it by {who}, {formats.moment(at)}.
        </p>
      ))}
    </section>
  );
}

interface RelativeProps {
  readonly relative: AccountView['family']['children'][number];
}

function Relative({ relative }: RelativeProps) {
  const { change } = useView();
  return (
    <button
      type="button"
      className="plain-link"
      onClick={() => change({ open: relative.id }, true)}
    >
      {relative.name}
    </button>
  );
}
