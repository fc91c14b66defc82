package bailiwick.core.account;

/** How a plan owns accounts that belong together. */
public enum FamilyPolicy {
  /** Each account by what it is itself. */
  EACH,
  /** All of a family by the account at the top of its parents. */
  PARENT,
  /**
   * Those of a family at one address by whichever of them stands highest; each address for itself.
   */
  SITE,
  /** All of a family by its account with the largest potential. */
  LARGEST
}
