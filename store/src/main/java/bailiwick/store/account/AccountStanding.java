package bailiwick.store.account;

/** What an account is to the company. */
public enum AccountStanding {
  /** It buys, or a source of customers has it. */
  CUSTOMER,
  /** Only lists of prospects have it. */
  PROSPECT
}
