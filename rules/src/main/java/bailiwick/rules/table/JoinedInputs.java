package bailiwick.rules.table;

import bailiwick.rules.source.Span;
import bailiwick.rules.table.DecisionTable.Input;
import bailiwick.rules.table.DecisionTable.Row;
import bailiwick.rules.table.UnaryTests.UnaryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The inputs of two versions of a table, each with the values that it may have in either: those of
 * both lists, and any where one version that asks for the input lists none. Values of a list that
 * does not count any more are told apart all the same. Immutable.
 */
final class JoinedInputs {

  private static final UnaryTests ANY = new UnaryTests(false, List.of(), Span.NONE);

  private final List<Input> before;
  private final List<Input> after;

  JoinedInputs(List<Input> before, List<Input> after) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
  }

  /** Those of the earlier version, then those of the later one. */
  List<Input> inputs() {
    return both()
        .map(input -> new Input(input.name(), input.kind(), allowed(input), input.span()))
        .toList();
  }

  /** A row of cells that name the values of lists that do not count any more. */
  Row named() {
    List<UnaryTests> cells =
        both()
            .map(input -> allowed(input).isPresent() ? ANY : input.allowed().orElse(ANY))
            .toList();
    return new Row("", 0, cells, List.of(), List.of(), Span.NONE);
  }

  private Stream<Input> both() {
    return Stream.concat(before.stream(), after.stream());
  }

  private Optional<UnaryTests> allowed(Input input) {
    List<Input> earlier = same(before, input);
    List<Input> later = same(after, input);
    List<UnaryTests> old = lists(earlier);
    List<UnaryTests> fresh = lists(later);
    boolean isOfOne = earlier.isEmpty() || later.isEmpty();
    if (isOfOne || disagree(old) || disagree(fresh)) {
      return input.allowed(); // as it stands: columns of one version that disagree are a problem
    }
    return old.isEmpty() || fresh.isEmpty()
        ? Optional.empty()
        : Optional.of(joined(old.getFirst(), fresh.getFirst()));
  }

  private static List<Input> same(List<Input> inputs, Input as) {
    return inputs.stream().filter(input -> input.name().equals(as.name())).toList();
  }

  private static List<UnaryTests> lists(List<Input> inputs) {
    return inputs.stream().flatMap(input -> input.allowed().stream()).toList();
  }

  private static boolean disagree(List<UnaryTests> lists) {
    return lists.stream().map(JoinedInputs::words).distinct().count() > 1;
  }

  private static List<String> words(UnaryTests list) {
    return list.literals().map(Literal::text).toList();
  }

  private static UnaryTests joined(UnaryTests old, UnaryTests fresh) {
    List<UnaryTest> tests = new ArrayList<>(old.tests());
    tests.addAll(fresh.tests());
    return new UnaryTests(old.negated() || fresh.negated(), tests, fresh.span());
  }
}
