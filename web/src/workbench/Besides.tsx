import type { Origin } from '../api/wire';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { changeSentences, daysSentence, visitSentences } from '../model/design';

/** What a design was asked besides territories drawn from scratch, and what came of that. */
export function Besides({ origin }: { readonly origin: Origin }) {
  const formats = useFormats();
  const { change, number, districts, daysInTheField, visits } = origin;
  return (
    <>
      {change && (
        <section className="panel-section" aria-label="What changed">
          <div className="field-label">What changed</div>
          <ul className="breaches">
            {changeSentences(change, formats).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {number && (
        <section className="panel-section" aria-label="How many">
          <div className="field-label">
            How many, of {formats.count(number.fewest)} to {formats.count(number.most)} possible
          </div>
          <p className="made">
            <Sentence text={number.reason} />
          </p>
        </section>
      )}
      {visits && (
        <section className="panel-section" aria-label="How people are met">
          <div className="field-label">How people are met</div>
          <ul className="breaches">
            {visitSentences(visits, formats).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {districts && (
        <section className="panel-section" aria-label="Districts">
          <div className="field-label">Districts</div>
          <ul className="breaches">
            {districts.map(({ code, territoryCodes }) => (
              <li key={code}>
                <b>{code}</b> {territoryCodes.join(', ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {daysInTheField && (
        <section className="panel-section" aria-label="Days in the field">
          <div className="field-label">Days in the field, within about 15 %</div>
          <ul className="breaches">
            {daysInTheField.map((figure) => (
              <li key={figure.code}>
                <b>{figure.code}</b> {daysSentence(figure, formats)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
