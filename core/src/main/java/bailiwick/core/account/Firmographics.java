package bailiwick.core.account;

import java.util.OptionalLong;

/**
 * What kind of company an account is.
 *
 * @param industry NAICS code, 2 to 6 digits; empty when unknown
 * @param employees number of people, 0 or more; empty when unknown
 * @param annualRevenueCents revenue a year in hundredths of the plan's currency; empty when unknown
 * @param segment the size or value segment, such as {@code enterprise}; empty when none
 */
public record Firmographics(
    String industry, OptionalLong employees, OptionalLong annualRevenueCents, String segment) {

  /** Nothing known. */
  public static final Firmographics UNKNOWN =
      new Firmographics("", OptionalLong.empty(), OptionalLong.empty(), "");
}
