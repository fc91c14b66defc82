package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.util.List;

/**
 * A CRM's API as we need it. Every method may throw a {@link ProblemException} of {@link
 * CrmProblem}s; busy moments of the CRM are waited for first. Not thread-safe.
 */
public sealed interface CrmClient permits SalesforceClient, HubSpotClient {

  /** Signs in, looks whether everything that is pulled can be read, and tells who we are. */
  CrmIdentity test();

  /**
   * The rows after a position that changed since its instant, those deleted included where the CRM
   * tells them. Asking for one page twice is harmless.
   */
  CrmPage page(CrmKind kind, CrmPosition position);

  /** Accounts as they are now; those that are gone are left out. At most {@link #mostRead} ids. */
  List<CrmRecord> readAccounts(List<String> ids);

  /**
   * Writes accounts, each for itself. At most {@link #mostWritten}.
   *
   * @return what became of each
   * @throws CrmOutcomeUnknown when that cannot be told; then nothing is known of any
   */
  List<CrmWritten> write(List<CrmWrite> rows);

  /**
   * Waits before something is tried again.
   *
   * @param failed attempts so far, 1 or more; the more, the longer
   */
  void rest(int failed);

  /** How many accounts one call reads. */
  int mostRead();

  /** How many accounts one call writes. */
  int mostWritten();
}
