package bailiwick.core.account;

/** How exactly an account is placed on the map, best first. */
public enum Precision {
  /** By the longitude and latitude that came with it. */
  EXACT,
  /** At the point of its postcode. */
  POSTCODE,
  /** At the point of its city. */
  CITY,
  /** At the middle of its state or first-level region. */
  REGION,
  /** At the middle of its country. */
  COUNTRY,
  /** Nowhere: nothing usable was given. */
  NONE
}
