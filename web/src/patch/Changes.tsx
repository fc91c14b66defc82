import { useState } from 'react';
import type { Patch, PatchChange } from '../api/wire';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';
import { counted } from '../model/format';

const SHOWN_FIRST = 8;

/** What came and went with the plan in force, each with its reason. */
export function Changes({ changes }: { readonly changes: NonNullable<Patch['changes']> }) {
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const { gained, lost, items, since } = changes;
  const shown = all ? items : items.slice(0, SHOWN_FIRST);
  return (
    <section className="card" data-testid="patch-changes">
      <h2>What changed</h2>
      <p className="soft">
        {items.length === 0
          ? `Nothing since ${formats.day(since)}: you keep what you had.`
          : `Since ${formats.day(since)}: ${counted(formats, gained.accounts, 'account')} with ${formats.money(gained.potential)} came, ${counted(formats, lost.accounts, 'account')} with ${formats.money(lost.potential)} went.`}
      </p>
      <ol className="near">
        {shown.map((change) => (
          <Change key={`${change.accountId} ${change.gained}`} change={change} />
        ))}
      </ol>
      {items.length > shown.length && (
        <button type="button" className="plain-link" onClick={() => setAll(true)}>
          Show all {formats.count(items.length)}
        </button>
      )}
    </section>
  );
}

function Change({ change }: { readonly change: PatchChange }) {
  const formats = useFormats();
  const { change: go } = useView();
  const { gained, name, city, potential, from, to, reason, accountId } = change;
  const other = gained ? from : to;
  const who = other ? (other.representativeName ?? `${other.territoryCode}, vacant`) : 'nobody';
  const told = (
    <>
      <span>
        <b className={gained ? 'good' : 'warn'}>{gained ? '+' : '−'}</b> <b>{name}</b>{' '}
        <span className="soft">
          {city} · {formats.money(potential)}
        </span>
      </span>
      <span>{gained ? `from ${who}` : `to ${who}`}</span>
      <span className="soft">
        <Sentence text={reason} />
      </span>
    </>
  );
  return (
    <li>
      {gained ? (
        <button type="button" onClick={() => go({ page: 'accounts', open: accountId }, true)}>
          {told}
        </button>
      ) : (
        <div>{told}</div>
      )}
    </li>
  );
}
