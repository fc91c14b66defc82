package bailiwick.intake.mapping;

import java.util.List;

/**
 * One thing an import can read from a column. Immutable.
 *
 * @param key its name in flags, JSON and problems, such as {@code postcode}
 * @param kind how its text is read
 * @param needed whether the file must have a column for it
 * @param names header names that mean it, best first, in lower case with single spaces
 * @param meaning one line for the reference page
 */
public record Field(
    String key, FieldKind kind, boolean needed, List<String> names, String meaning) {

  public Field {
    names = List.copyOf(names);
  }

  /** A field that files may lack; the names between commas. */
  public static Field of(String key, FieldKind kind, String meaning, String names) {
    return new Field(key, kind, false, List.of(names.split(", ")), meaning);
  }

  /** The same field, needed. */
  public Field asNeeded() {
    return new Field(key, kind, true, names, meaning);
  }
}
