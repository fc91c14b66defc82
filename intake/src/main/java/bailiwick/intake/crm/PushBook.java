package bailiwick.intake.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a push keeps what it is about to do and what came of it. Every call is kept at once. */
public interface PushBook {

  /** The next rows without an outcome, at most so many; those sent before come first. */
  List<PushRow> next(int most);

  /** Notes rows as sent, before they are. */
  void sent(List<CrmWrite> rows);

  /**
   * Notes what came of a row.
   *
   * @param now the row as the CRM has it now, null when it has it no more
   * @param message the CRM's or ours, empty when there is nothing to say
   */
  void settled(CrmWrite row, PushOutcome outcome, @Nullable CrmRecord now, String message);
}
