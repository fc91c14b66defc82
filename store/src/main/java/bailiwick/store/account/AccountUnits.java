package bailiwick.store.account;

/**
 * The units that hold an account; empty where unknown.
 *
 * @param postcodeUnit such as {@code 60614}
 * @param countyUnit such as {@code 17031}
 */
public record AccountUnits(String postcodeUnit, String countyUnit) {

  /** In no known unit. */
  public static final AccountUnits NONE = new AccountUnits("", "");
}
