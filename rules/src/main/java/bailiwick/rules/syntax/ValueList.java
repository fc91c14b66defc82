package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.util.List;

/**
 * Values under a name, so that rules can refer to them, such as the named accounts of a territory.
 *
 * @param name unique within the rule set
 * @param dimension name of the dimension whose values they are
 * @param entries the values
 * @param span where its name stood
 */
public record ValueList(String name, String dimension, List<Entry> entries, Span span)
    implements Serializable {

  public ValueList {
    entries = List.copyOf(entries);
  }

  /**
   * A value of the list.
   *
   * @param label what people call it, such as the account's name; empty when there is none
   */
  public record Entry(Value value, String label) implements Serializable {}
}
