package bailiwick.intake.crm;

/** What is pulled from a CRM, in the order in which each needs those before it. */
public enum CrmKind {
  /** Users or owners. */
  PEOPLE,
  /** Accounts or companies. */
  ACCOUNTS,
  /** Opportunities or deals. */
  DEALS
}
