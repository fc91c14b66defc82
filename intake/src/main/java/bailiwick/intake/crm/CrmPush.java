package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into a CRM. Each batch is read first: what the CRM holds already is not written, what
 * changed there since it was pulled is left alone. Rows are noted as sent before they are; where no
 * answer came, they are read again before anything is sent again, so that a push cut short anywhere
 * writes no row twice.
 */
public final class CrmPush {

  /** How often in a row an answer to a write may be lost before the push gives up. */
  private static final int MOST_LOST = 6;

  /** How often a row is sent while somebody else holds it. */
  private static final int MOST_BUSY = 6;

  private final CrmClient client;
  private final PushBook book;
  private final Map<String, Integer> busy = new HashMap<>(); // account -> times it was held
  private final Set<String> leftAlone = new HashSet<>(); // sent, and known not to be written
  private int lost;

  private CrmPush(CrmClient client, PushBook book) {
    this.client = client;
    this.book = book;
  }

  /**
   * Pushes until every row has an outcome.
   *
   * @param goesOn asked before each batch
   * @return whether the end was reached
   * @throws ProblemException when the CRM does not answer; what was written until then is noted
   */
  public static boolean run(CrmClient client, PushBook book, BooleanSupplier goesOn) {
    CrmPush push = new CrmPush(client, book);
    int most = Math.min(client.mostRead(), client.mostWritten());
    try {
      for (List<PushRow> batch = book.next(most); !batch.isEmpty(); batch = book.next(most)) {
        if (!goesOn.getAsBoolean()) {
          return false;
        }
        push.batch(batch);
      }
      return true;
    } catch (CrmStopped stopped) {
      return false;
    }
  }

  /**
   * Finds out what became of the rows of an older push that were sent without an answer, and writes
   * nothing: what the CRM did not take is superseded. Rows never sent are left to the book.
   *
   * @param goesOn asked before each batch
   * @return whether every row that was sent has an outcome
   * @throws ProblemException when the CRM does not answer; what was found out until then is noted
   */
  public static boolean settleSent(CrmClient client, PushBook book, BooleanSupplier goesOn) {
    CrmPush push = new CrmPush(client, book);
    try {
      for (List<PushRow> batch = sent(client, book); !batch.isEmpty(); batch = sent(client, book)) {
        if (!goesOn.getAsBoolean()) {
          return false;
        }
        for (CrmWrite unwritten : push.settleWhatIsClear(batch)) {
          book.settled(unwritten, PushOutcome.SUPERSEDED, null, "");
        }
      }
      return true;
    } catch (CrmStopped stopped) {
      return false;
    }
  }

  private static List<PushRow> sent(CrmClient client, PushBook book) {
    return book.next(client.mostRead()).stream().filter(PushRow::sent).toList();
  }

  private void batch(List<PushRow> batch) {
    List<CrmWrite> open = settleWhatIsClear(batch);
    if (open.isEmpty()) {
      return;
    }
    book.sent(open);
    open.forEach(row -> leftAlone.remove(row.id()));
    List<CrmWritten> written;
    try {
      written = client.write(open);
      lost = 0;
    } catch (CrmOutcomeUnknown unknown) {
      if (++lost >= MOST_LOST) {
        throw ProblemException.of(new CrmProblem.AnswersLost(lost));
      }
      client.rest(lost); // what was lost under load is lost again at once
      return; // the rows come again as sent, and are read first
    }
    settle(open, written);
  }

  /** Settles rows that need no write, or must not have one; the others are returned. */
  private List<CrmWrite> settleWhatIsClear(List<PushRow> batch) {
    Map<String, CrmRecord> now = now(batch.stream().map(PushRow::write).toList());
    List<CrmWrite> open = new ArrayList<>();
    for (PushRow row : batch) {
      CrmWrite write = row.write();
      CrmRecord held = now.get(write.id());
      if (held == null) {
        book.settled(write, PushOutcome.REFUSED, null, "It is no longer in the CRM.");
      } else if (write.isHeldBy(held)) {
        boolean ours = row.sent() && !leftAlone.contains(write.id());
        book.settled(write, ours ? PushOutcome.WRITTEN : PushOutcome.HELD, held, "");
      } else if (!held.version().equals(write.base())) {
        book.settled(write, PushOutcome.CONFLICT, held, "");
      } else {
        open.add(write);
      }
    }
    return open;
  }

  private void settle(List<CrmWrite> rows, List<CrmWritten> written) {
    Map<String, CrmRecord> now = now(rows);
    int longest = 0;
    for (int i = 0; i < rows.size(); i++) {
      CrmWrite row = rows.get(i);
      CrmRecord held = now.get(row.id());
      switch (written.get(i)) {
        case CrmWritten.Done done -> book.settled(row, PushOutcome.WRITTEN, held, "");
        case CrmWritten.Changed changed -> book.settled(row, unwritten(row, held), held, "");
        case CrmWritten.Refused refused ->
            book.settled(row, PushOutcome.REFUSED, held, refused.message());
        case CrmWritten.Busy moment -> longest = Math.max(longest, triesAgain(row, held, moment));
      }
    }
    if (longest > 0) {
      client.rest(longest); // the rows come again as sent, and are read first
    }
  }

  /** Leaves a row open that is held; returns how often it was, 0 when that was too often. */
  private int triesAgain(CrmWrite row, @Nullable CrmRecord held, CrmWritten.Busy moment) {
    int times = busy.merge(row.id(), 1, Integer::sum);
    if (times >= MOST_BUSY) {
      String message = "%s (tried %s times)".formatted(moment.message(), times);
      book.settled(row, PushOutcome.REFUSED, held, message);
      return 0;
    }
    leftAlone.add(row.id());
    return times;
  }

  private static PushOutcome unwritten(CrmWrite row, @Nullable CrmRecord held) {
    return held != null && row.isHeldBy(held) ? PushOutcome.HELD : PushOutcome.CONFLICT;
  }

  private Map<String, CrmRecord> now(List<CrmWrite> rows) {
    Map<String, CrmRecord> now = new HashMap<>();
    client
        .readAccounts(rows.stream().map(CrmWrite::id).toList())
        .forEach(record -> now.put(record.id(), record));
    return now;
  }
}
