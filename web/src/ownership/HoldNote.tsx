import type { OpportunityView } from '../api/wire';
import { Sentence } from '../app/Sentence';
import { useFormats } from '../app/useCompany';
import { spanWords } from '../model/span';

/** Why a deal is where it is: by whom it is held and until when, or how it was decided. */
export function HoldNote({ deal }: { readonly deal: OpportunityView }) {
  const formats = useFormats();
  const { hold } = deal;
  if (!hold) {
    return (
      <div className="soft">
        <Sentence text={deal.reason} />
      </div>
    );
  }
  return (
    <div className="soft">
      <span className="mark">held</span> {spanWords(formats, hold.from, hold.until)} by {hold.who}:{' '}
      {hold.why}
    </div>
  );
}
