package bailiwick.intake.mapping;

/** How the text of a field is read. */
public enum FieldKind {
  /** Any text. */
  TEXT,
  /** A decimal amount, with or without currency sign and grouping. */
  AMOUNT,
  /** A part of one: from 0 to 1, or from 0% to 100%. */
  SHARE,
  /** A whole number of 0 or more. */
  COUNT,
  /** Degrees. */
  DEGREES,
  /** A day: ISO, US with slashes or German with dots. */
  DATE,
  /** Words separated by semicolons or bars. */
  LIST
}
