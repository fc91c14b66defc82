import type { PlannedChange, PushDryRun, PushedChange, PushView } from '../api/wire';
import { useFormats } from '../app/useCompany';
import { counted, type Formats } from '../model/format';

/** What would be written, before it is. */
export function Planned({ dry }: { readonly dry: PushDryRun }) {
  const formats = useFormats();
  return (
    <section aria-label="What a push would write" data-testid="push-dry-run">
      <p>{toSentence(dry, formats)}</p>
      {dry.rows.length > 0 && (
        <table className="grid figures">
          <thead>
            <tr>
              <th>Account</th>
              <th>Owner there</th>
              <th>Owner to be</th>
              <th>Territory there</th>
              <th>Territory to be</th>
            </tr>
          </thead>
          <tbody>
            {dry.rows.map((row) => (
              <tr key={row.externalId}>
                <Change row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** How much a push would write, and what it leaves alone, in words. */
export function toSentence(dry: PushDryRun, formats: Formats): string {
  const parts = [
    dry.changes === 0
      ? `Nothing to write: ${counted(formats, dry.compared, 'account')} compared.`
      : `${counted(formats, dry.changes, 'account')} of ${dry.compared} would be written.`,
  ];
  if (dry.left > 0) parts.push(`${dry.left} rows are left of a push that was cut short.`);
  if (dry.vacant > 0)
    parts.push(`${counted(formats, dry.vacant, 'account')} keep their owner: vacant here.`);
  if (dry.unknown > 0)
    parts.push(`The CRM does not know ${dry.unknownPeople.join(', ')} (${dry.unknown}).`);
  return parts.join(' ');
}

/** Whether a push is offered: only over what was pulled, and once it is seen what it would write. */
export function mayPush(shown: PushDryRun | undefined, pulled: boolean, busy: boolean): boolean {
  return pulled && !busy && shown !== undefined && shown.changes + shown.left > 0;
}

/** What is asked before a push. */
export function toQuestion(dry: PushDryRun, connection: string, formats: Formats): string {
  return (
    `Owners and territories of ${counted(formats, dry.changes, 'account')} are written into the ` +
    `CRM of ${connection}, as of ${formats.day(dry.on)}. What is there now is replaced.`
  );
}

/** What came of the last push: conflicts and refusals row by row. */
export function Pushed({ push, when }: { readonly push: PushView; when(moment: string): string }) {
  return (
    <section aria-label="The last push" data-testid="last-push">
      <p className="soft">
        Last push, {when(push.startedAt)}: {push.written} written, {push.held} held already,{' '}
        {push.conflicts} conflicts, {push.refused} refused
        {push.superseded > 0 && `, ${push.superseded} left to a newer push`}
        {push.open > 0 && `, ${push.open} still to be written`}.
      </p>
      <Left
        title="Conflicts: changed there since the last pull, left alone"
        rows={push.conflictRows}
      />
      <Left title="Refused by the CRM" rows={push.refusedRows} />
    </section>
  );
}

function Left({ title, rows }: { readonly title: string; readonly rows: readonly PushedChange[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <table className="grid figures">
        <thead>
          <tr>
            <th>Account</th>
            <th>Owner when pulled</th>
            <th>Owner to be</th>
            <th>Territory when pulled</th>
            <th>Territory to be</th>
            <th>There now</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.planned.externalId}>
              <Change row={row.planned} />
              <td>
                {[row.ownerNow, row.territoryNow].filter(Boolean).join(' · ')}
                {row.message && <div className="soft">{row.message}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Change({ row }: { readonly row: PlannedChange }) {
  return (
    <>
      <td>
        <b>{row.name}</b>
      </td>
      <td>{row.ownerBefore ?? 'nobody'}</td>
      <td>{row.owner ?? 'stays'}</td>
      <td>{row.territoryBefore ?? 'none'}</td>
      <td>{row.territory ?? 'stays'}</td>
    </>
  );
}
