package bailiwick.core.area;

/** What an area of the geography tree is, widest first. A child is always narrower. */
public enum AreaKind {
  /** A country, named by its ISO 3166-1 alpha-2 code. */
  COUNTRY,
  /** A state or other first-level region. */
  REGION,
  /** A county or other second-level region. */
  COUNTY,
  /** A postcode, or the outward part of one. */
  POSTCODE
}
