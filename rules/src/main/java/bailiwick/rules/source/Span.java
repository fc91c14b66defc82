package bailiwick.rules.source;

import bailiwick.core.problem.Place;
import java.io.Serializable;

/**
 * A run of characters on one line of a rule file: where a node of the tree stood.
 *
 * @param file name of the source, empty for {@link #NONE}
 * @param line 1 for the first line, 0 for {@link #NONE}
 * @param column 1 for the first character of the line, 0 for {@link #NONE}
 * @param length number of characters, at least 1, 0 for {@link #NONE}
 */
public record Span(String file, int line, int column, int length) implements Serializable {

  /** Of a node that was made by the program and stands in no file. */
  public static final Span NONE = new Span("", 0, 0, 0);

  /** From the start of this span to the end of the other; ends with this line at the latest. */
  public Span to(Span other) {
    boolean sameLine = line == other.line && file.equals(other.file);
    return sameLine ? new Span(file, line, column, other.column + other.length - column) : this;
  }

  /** The place a problem points at. */
  public Place place() {
    return equals(NONE) ? Place.WHOLE : new Place.InText(file, line, column, length);
  }
}
