package bailiwick.store.account;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts to list; empty parts ask nothing.
 *
 * @param text begins a name's word, an external id or a postcode
 * @param territory only those owned by the territory of this code, on {@code on}
 * @param country ISO 3166-1 alpha-2 code
 * @param region state or first-level region
 * @param on the day of the ownership asked for; needed with {@code territory} and {@code
 *     representative}
 * @param missingOnly only those that their source has no longer
 * @param standing only customers, or only prospects; null for both
 */
public record AccountQuery(
    String text,
    String country,
    String region,
    @Nullable TerritoryCode territory,
    @Nullable RepresentativeId representative,
    @Nullable LocalDate on,
    boolean missingOnly,
    @Nullable AccountStanding standing) {

  public AccountQuery {
    if (on == null && (territory != null || representative != null)) {
      throw new IllegalArgumentException("A query by owner must name the day (on).");
    }
  }

  /** Every account. */
  public static final AccountQuery ALL =
      new AccountQuery("", "", "", null, null, null, false, null);

  /** Accounts found by a text. */
  public static AccountQuery text(String text) {
    return new AccountQuery(text, "", "", null, null, null, false, null);
  }

  /** The same query but for the text. */
  AccountQuery withoutText() {
    return new AccountQuery(
        "", country, region, territory, representative, on, missingOnly, standing);
  }
}
