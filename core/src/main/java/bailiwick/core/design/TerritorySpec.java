package bailiwick.core.design;

import bailiwick.core.alignment.TerritoryCode;

/**
 * What is asked of one territory.
 *
 * @param code its name
 * @param share target share of a full territory, above 0: 0.5 for a part-timer
 * @param centre home or free
 */
public record TerritorySpec(TerritoryCode code, double share, Centre centre) {

  public TerritorySpec {
    if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The share (%s) of territory %s must be above 0.".formatted(share, code));
    }
  }

  /** A full territory whose centre the search finds. */
  public static TerritorySpec free(String code) {
    return new TerritorySpec(new TerritoryCode(code), 1, Centre.FREE);
  }

  /** A full territory with a home at a site. */
  public static TerritorySpec withHome(String code, int site) {
    return new TerritorySpec(new TerritoryCode(code), 1, new Centre.Home(site));
  }
}
