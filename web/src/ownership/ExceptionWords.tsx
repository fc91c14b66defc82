import type { ExceptionView } from '../api/wire';
import { useCompany, useFormats } from '../app/useCompany';
import { phaseOf } from '../model/exceptions';
import { spanWords } from '../model/span';
import { kindLabel } from './kinds';

/** What an exception is, when it holds, and who made it why. */
export function ExceptionWords({ exception }: { readonly exception: ExceptionView }) {
  const formats = useFormats();
  const today = useCompany().data?.today ?? '';
  const { kind, territory, territoryName, representativeName, byRules } = exception;
  const phase = phaseOf(exception, today);
  return (
    <>
      <div>
        <span className="mark">{kindLabel(kind).toLowerCase()}</span>{' '}
        <b>{representativeName ?? territoryName}</b>{' '}
        <span className="soft">
          {representativeName ? territory : ''}{' '}
          {byRules && byRules !== territory && `instead of ${byRules}`}
        </span>
      </div>
      <div>
        {phase === 'revoked'
          ? `Revoked before ${formats.day(exception.from)}`
          : spanWords(formats, exception.from, exception.until)}
        {phase !== 'in force' && phase !== 'revoked' && `, ${phase}`}
        {exception.reviewOn && phase !== 'over' && phase !== 'revoked' && (
          <span className={exception.reviewDue ? 'bad' : 'soft'}>
            {' '}
            · {exception.reviewDue ? 'review was due' : 'review on'}{' '}
            {formats.day(exception.reviewOn)}
          </span>
        )}
      </div>
      <div className="soft">
        {exception.who}, {formats.moment(exception.madeAt)}: {exception.why}
      </div>
    </>
  );
}
