package bailiwick.rules.table;

import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.space.Axis;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.space.Runs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that tables ask about, in order, each once: what is found out about their dimensions
 * is told in FEEL. Immutable.
 */
record TableInputs(List<TableColumn> columns) {

  TableInputs {
    columns = List.copyOf(columns);
  }

  /** The inputs as dimensions. */
  Dimensions dimensions() {
    return new Dimensions(columns.stream().map(TableColumn::dimension).distinct().toList());
  }

  /** Which values there are, by the names of dimensions. */
  Map<String, Domain> domains() {
    Map<String, Domain> domains = new HashMap<>();
    columns.forEach(column -> domains.put(column.dimension().name(), column.domain()));
    return domains;
  }

  /**
   * A box of a space of these inputs.
   *
   * @param runs its classes on each axis
   */
  TableRegion region(RuleSpace space, IntFunction<Runs> runs, BigInteger points) {
    List<TableRegion.Part> parts = new ArrayList<>();
    for (TableColumn column : columns) {
      for (int number = 0; number < space.axes().size(); number++) {
        Axis axis = space.axes().get(number);
        if (axis.dimension().equals(column.dimension())) {
          column.part(axis, runs.apply(number)).ifPresent(parts::add);
        }
      }
    }
    return new TableRegion(parts, points);
  }

  /** A point by the names of inputs; null where there is no value. */
  Map<String, @Nullable Object> fields(Subject subject) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (TableColumn column : columns) {
      fields.put(column.name(), column.shown(subject.values().get(column.dimension().name())));
    }
    return fields;
  }

  /** A point in words of FEEL. */
  String words(Subject subject) {
    String words =
        columns.stream()
            .map(column ->
                column.name()
                    + " = "
                    + column.text(subject.values().get(column.dimension().name())))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "everything" : words;
  }
}
