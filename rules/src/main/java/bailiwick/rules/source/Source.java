package bailiwick.rules.source;

/**
 * A rule file.
 *
 * @param name as the user knows it, such as {@code rules/north.rules}; problems carry it
 * @param text all of it
 */
public record Source(String name, String text) {

  /** Returns a line without its line end, empty when there is no such line; 1 is the first. */
  public String line(int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }
}
