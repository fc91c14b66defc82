package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;
import java.io.Serializable;

/**
 * One value that a condition names.
 *
 * @param text a word, a code or a path
 * @param span where it stood
 */
public record Value(String text, Span span) implements Serializable {

  /** A value made by the program. */
  public static Value of(String text) {
    return new Value(text, Span.NONE);
  }
}
