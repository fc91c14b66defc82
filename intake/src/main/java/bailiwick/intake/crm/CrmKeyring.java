package bailiwick.intake.crm;

/**
 * Where the credentials of one connection are kept. They may change under a client: a person enters
 * others, or another client of the same connection is given fresh ones by the CRM.
 */
public interface CrmKeyring {

  /** The credentials in force; asked for before each sign-in, and where none is, each call. */
  CrmCredentials current();

  /**
   * Keeps what the CRM gave in place of the credentials that {@link #current} told last, which it
   * takes no more; what was entered since then stays.
   */
  void replaced(CrmCredentials fresh);
}
