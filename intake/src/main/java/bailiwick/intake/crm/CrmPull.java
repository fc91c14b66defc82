package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.util.function.BooleanSupplier;

/**
 * Reads what changed in a CRM, page by page. Each page is kept together with the place behind it,
 * so that a pull cut short anywhere goes on from its last page and keeps no row twice.
 */
public final class CrmPull {

  private CrmPull() {}

  /**
   * Pulls one kind to its end.
   *
   * @param goesOn asked before each page
   * @return whether the end was reached
   * @throws ProblemException when the CRM does not answer; what was read until then is kept
   */
  public static boolean run(CrmClient client, CrmKind kind, PullBook book, BooleanSupplier goesOn) {
    CrmPosition position = book.position(kind);
    do {
      if (!goesOn.getAsBoolean()) {
        return false;
      }
      CrmPage page;
      try {
        page = client.page(kind, position);
      } catch (CrmStopped stopped) {
        return false;
      }
      book.keep(kind, page.records(), page.next());
      position = page.next();
    } while (position.inTheMiddle());
    return true;
  }
}
