package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a rule set declares, beside those that all rule sets know.
 *
 * @param name the word for it
 * @param kind what its values are
 * @param decimals decimal places of a number, 0 of anything else
 * @param values all the values there are; empty for any
 * @param numbers the lowest and the highest number there is, or the lowest alone; null for any
 * @param known whether every subject has a value; else it may be unknown
 * @param span where its name stood
 */
public record Field(
    String name,
    Kind kind,
    int decimals,
    List<Value> values,
    @Nullable Interval numbers,
    boolean known,
    Span span)
    implements Serializable {

  /** What the values of a declared field are. */
  public enum Kind {
    WORDS("words"),
    CODE("code"),
    NACE("nace"),
    NACE_2_1("nace-2.1"),
    AREA("area"),
    NUMBER("number");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As rules say it. */
    public String word() {
      return word;
    }
  }

  public Field {
    values = List.copyOf(values);
  }
}
