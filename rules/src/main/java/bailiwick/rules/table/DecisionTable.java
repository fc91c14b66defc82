package bailiwick.rules.table;

import bailiwick.rules.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A decision table as its file says it. Immutable; made by {@link DmnReader}.
 *
 * @param id of the table, or of its decision when it has none; may be empty
 * @param decision id of the decision or business knowledge model that it belongs to, may be empty
 * @param name of that decision
 * @param hitPolicy which of the rows that hold decides
 * @param inputs its columns of conditions
 * @param outputs its columns of conclusions
 * @param rows its rules, in order
 * @param span where it began
 */
public record DecisionTable(
    String id,
    String decision,
    String name,
    HitPolicy hitPolicy,
    List<Input> inputs,
    List<Output> outputs,
    List<Row> rows,
    Span span) {

  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /** Whether some output has a value for what no row holds for. */
  public boolean hasDefault() {
    return outputs.stream().anyMatch(Output::hasDefault);
  }

  /**
   * A column of conditions.
   *
   * @param name its expression in one line; its label when it has none
   * @param kind what its values are, empty when the file does not say
   * @param allowed its list of values, if there is one
   * @param span where its expression stood
   */
  public record Input(
      String name, Optional<ValueKind> kind, Optional<UnaryTests> allowed, Span span) {}

  /**
   * A column of conclusions.
   *
   * @param values its list of values, best first; empty when there is none
   * @param usual what it says where no row holds, as rows say it; empty when it says nothing
   */
  public record Output(String name, List<String> values, Optional<String> usual, Span span) {
    public Output {
      values = List.copyOf(values);
    }

    /** Whether it has a value for what no row holds for. */
    public boolean hasDefault() {
      return usual.isPresent();
    }
  }

  /**
   * A row.
   *
   * @param id empty when it has none
   * @param number 1 for the first
   * @param cells what it asks of each input
   * @param says what it says in each output: a value as FEEL writes it, or any other expression
   * @param outputSpans where each of them stood
   * @param span where it began
   */
  public record Row(
      String id,
      int number,
      List<UnaryTests> cells,
      List<String> says,
      List<Span> outputSpans,
      Span span) {
    public Row {
      cells = List.copyOf(cells);
      says = List.copyOf(says);
      outputSpans = List.copyOf(outputSpans);
    }

    /** Its id; its number when it has none. */
    public String label() {
      return id.isEmpty() ? String.valueOf(number) : id;
    }
  }
}
