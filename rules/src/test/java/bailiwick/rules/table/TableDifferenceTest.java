package bailiwick.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableDifferenceTest {

  @Test
  void a_bound_that_moves_changes_what_lies_between() {
    TableDifference difference =
        compared(
            "UNIQUE",
            "income:number => grade\n< 1000 => \"A\"\n>= 1000 => \"B\"\n",
            "income:number => grade\n<= 1200.5 => \"A\"\n> 1200.5 => \"B\"\n");

    assertThat(told(difference)).containsExactly("\"B\" to \"A\" when income [1000..1200.5]");
    assertThat(difference.words(difference.moves().getFirst().witness()))
        .isEqualTo("income = 1000");
  }

  @Test
  void columns_may_stand_in_another_order_and_new_ones_come_in() {
    TableDifference difference =
        compared(
            "UNIQUE",
            "a:number | b:string => x\n< 1 | \"p\" => 1\n>= 1 | \"p\" => 2\n",
            """
            b:string | a:number | c:boolean => x
            "p" | < 1 | true => 1
            "p" | >= 1 | - => 2
            """);

    assertThat(told(difference)).containsExactly("1 to nothing when a < 1 and b \"p\" and c false");
  }

  @Test
  void what_only_one_version_lists_is_compared_all_the_same() {
    String open = "kind:string => x\n\"old\" => \"A\"\n\"vip\" => \"B\"\n";
    String listed = "kind:string{\"old\"} => x\n\"old\" => \"A\"\n";

    assertThat(told(compared("UNIQUE", open, listed)))
        .containsExactly("\"B\" to nothing when kind \"vip\"");
    assertThat(told(compared("UNIQUE", listed, open)))
        .containsExactly("nothing to \"B\" when kind \"vip\"");
    assertThat(
            told(
                compared(
                    "UNIQUE",
                    "a:number{[0..100]} => x\n>= 0 => 1\n",
                    "a:number => x\n[0..100] => 1\n")))
        .containsExactly("1 to nothing when a > 100");
  }

  @Test
  void a_list_of_values_that_has_grown_is_compared() {
    TableDifference difference =
        compared(
            "UNIQUE",
            "kind:string{\"a\",\"b\"} => x\n\"a\" => 1\n\"b\" => 2\n",
            "kind:string{\"a\",\"b\",\"c\"} => x\n\"a\" => 1\n\"b\" => 2\n\"c\" => 3\n");

    assertThat(told(difference)).containsExactly("nothing to 3 when kind \"c\"");
    assertThat(difference.points()).isEqualTo(3);
  }

  @Test
  void a_value_that_no_version_lists_is_warned_of() {
    TableDifference difference =
        compared(
            "UNIQUE",
            "kind:string{\"a\"} => x\n\"a\" => 1\n\"d\" => 2\n",
            "kind:string{\"a\",\"b\"} => x\n\"a\" => 1\n");

    assertThat(difference.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo("TABLE_OUTSIDE_VALUES"));
  }

  @Test
  void columns_of_one_version_that_list_other_values_are_refused() {
    assertRefused(
        "TABLE_COLUMNS_DISAGREE",
        "UNIQUE",
        "a:string{\"p\"} | a:string{\"q\"} => x\n\"p\" | - => 1\n",
        "a:string{\"p\"} => x\n\"p\" => 1\n");
  }

  @Test
  void versions_that_say_the_same_in_other_rows_are_alike() {
    assertThat(
            compared(
                    "FIRST",
                    "a:number => x\n< 5 => 1\n- => 2\n",
                    "a:number => x\n>= 5 => 2\n- => 1\n")
                .moves())
        .isEmpty();
  }

  @Test
  void a_default_that_changes_is_a_change_of_what_no_row_holds_for() {
    String xml = Drawn.xml("UNIQUE", "a:number => x\n< 5 => 1\n");
    String usual = "<output name=\"x\"><defaultOutputEntry><text>%s</text></defaultOutputEntry>";
    DecisionTable before = read(xml.replace("<output name=\"x\">", usual.formatted("7")));
    DecisionTable after = read(xml.replace("<output name=\"x\">", usual.formatted("8")));

    assertThat(told(TableDifference.of(before, after, Budget.USUAL)))
        .containsExactly("7 to 8 when a >= 5");
    assertThat(told(TableDifference.of(read(xml), after, Budget.USUAL)))
        .containsExactly("nothing to 8 when a >= 5");
  }

  @Test
  void what_cannot_be_compared_says_why() {
    assertRefused(
        "TABLE_NOT_COMPARABLE: The versions of the table `Decided` cannot be compared: by the hit"
            + " policy COLLECT all rows that hold decide together.",
        "COLLECT",
        "a:number => x\n< 5 => 1\n",
        "a:number => x\n< 6 => 1\n");
    assertRefused(
        "TABLE_NOT_COMPARABLE: The versions of the table `Decided` cannot be compared: one has the"
            + " outputs [x], the other [y].",
        "UNIQUE",
        "a:number => x\n< 5 => 1\n",
        "a:number => y\n< 5 => 1\n");
    assertRefused(
        "TABLE_COLUMNS_DISAGREE",
        "UNIQUE",
        "a:number => x\n< 5 => 1\n",
        "a:string => x\n\"p\" => 1\n");
  }

  private static void assertRefused(String message, String policy, String before, String after) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> compared(policy, before, after))
        .withMessageContaining(message);
  }

  @Test
  void tables_of_two_files_go_together_by_their_decisions() {
    DecisionTable one = Drawn.read("UNIQUE", "a:number => x\n< 5 => 1\n");
    DecisionTable other = named("other", "a:number => x\n< 6 => 1\n");
    DecisionTable fresh = named("fresh", "a:number => x\n< 7 => 1\n");

    TableDifference.Files files =
        TableDifference.of(List.of(one, other), List.of(other, fresh), Budget.USUAL);

    assertThat(files.compared())
        .singleElement()
        .satisfies(same -> assertThat(same.moves()).isEmpty());
    assertThat(files.onlyBefore()).containsExactly("Decided");
    assertThat(files.onlyAfter()).containsExactly("fresh");
    TableDifference.Files single = TableDifference.of(List.of(other), List.of(fresh), Budget.USUAL);
    assertThat(told(single.compared().getFirst())).containsExactly("nothing to 1 when a [6..7)");
  }

  @Test
  void what_was_not_looked_into_is_named() {
    DecisionTable before = Drawn.read("FIRST", "a:number | b:number => x\n< 5 | < 3 => 1\n");
    DecisionTable after = Drawn.read("FIRST", "a:number | b:number => x\n< 6 | < 2 => 1\n");

    TableDifference difference = TableDifference.of(before, after, Budget.of(1));

    assertThat(difference.undecidedPoints()).isPositive();
    assertThat(difference.undecidedRegions()).isNotEmpty();
  }

  /** Rows over an amount and a word, tried at each bound and between bounds. */
  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void moves_are_those_of_brute_force(long seed) {
    var random = new SplittableRandom(seed);
    List<DrawnRow> before = rows(random);
    List<DrawnRow> after = rows(random);
    Lists old = Lists.drawn(random);
    Lists fresh = random.nextInt(3) == 0 ? old : Lists.drawn(random);
    TableDifference difference = compared("FIRST", drawn(before, old), drawn(after, fresh));
    Set<String> moved = new HashSet<>();
    for (double amount = -0.5; amount <= 10.5; amount += 0.5) {
      for (String word : List.of("p", "q", "r")) {
        if (!old.has(amount, word, fresh)) {
          continue;
        }
        String from = says(before, amount, word);
        String to = says(after, amount, word);
        if (!from.equals(to)) {
          moved.add(from + " to " + to);
        }
      }
    }

    Set<String> told = new HashSet<>();
    for (TableDifference.Move move : difference.moves()) {
      String from = move.from().orElse("nothing");
      String to = move.to().orElse("nothing");
      told.add(from + " to " + to);
      var at = difference.fields(move.witness());
      double amount = Double.parseDouble(Objects.toString(at.getOrDefault("a", "0")));
      String word = Objects.toString(at.getOrDefault("w", "p"));
      assertThat(says(before, amount, word)).isEqualTo(from);
      assertThat(says(after, amount, word)).isEqualTo(to);
    }
    assertThat(told).isEqualTo(moved);
    assertThat(difference.undecidedPoints()).isZero();
  }

  private record DrawnRow(int low, int high, Optional<String> word, int says) {}

  private static List<DrawnRow> rows(SplittableRandom random) {
    List<DrawnRow> rows = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int row = 0; row < count; row++) {
      int low = random.nextInt(10);
      Optional<String> word =
          random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? "p" : "q");
      rows.add(new DrawnRow(low, low + random.nextInt(10 - low + 1), word, random.nextInt(3)));
    }
    return rows;
  }

  /**
   * Which values a version lists.
   *
   * @param most of the amount, from 0; none without a list
   * @param words as many of p, q and r; none without a list
   */
  private record Lists(int most, int words) {

    static Lists drawn(SplittableRandom random) {
      return new Lists(5 * random.nextInt(3), random.nextInt(4));
    }

    boolean has(double amount, String word, Lists other) {
      boolean isAmount =
          most == 0 || other.most == 0 || (amount >= 0 && amount <= Math.max(most, other.most));
      return isAmount
          && (words == 0 || other.words == 0 || "pqr".indexOf(word) < Math.max(words, other.words));
    }

    String columns() {
      String amount = most == 0 ? "" : "{[0..%s]}".formatted(most);
      String named =
          words == 0 ? "" : List.of("\"p\"", "\"q\"", "\"r\"").subList(0, words).toString();
      return "a:number%s | w:string%s => x\n"
          .formatted(amount, named.replace('[', '{').replace(']', '}'));
    }
  }

  private static String drawn(List<DrawnRow> rows, Lists lists) {
    var drawn = new StringBuilder(lists.columns());
    for (DrawnRow row : rows) {
      String word = row.word().map("\"%s\""::formatted).orElse("-");
      drawn.append("[%s..%s] | %s => %s\n".formatted(row.low(), row.high(), word, row.says()));
    }
    return drawn.toString();
  }

  private static String says(List<DrawnRow> rows, double amount, String word) {
    return rows.stream()
        .filter(row -> row.low() <= amount && amount <= row.high())
        .filter(row -> row.word().isEmpty() || row.word().get().equals(word))
        .findFirst()
        .map(row -> String.valueOf(row.says()))
        .orElse("nothing");
  }

  private static List<String> told(TableDifference difference) {
    return difference.moves().stream()
        .flatMap(move ->
            move.regions().stream()
                .map(region ->
                    "%s to %s when %s"
                        .formatted(
                            move.from().orElse("nothing"),
                            move.to().orElse("nothing"),
                            region.text())))
        .toList();
  }

  private static TableDifference compared(String policy, String before, String after) {
    return TableDifference.of(Drawn.read(policy, before), Drawn.read(policy, after), Budget.USUAL);
  }

  private static DecisionTable named(String name, String drawn) {
    return read(
        Drawn.xml("UNIQUE", drawn)
            .replace(
                "id=\"decided\" name=\"Decided\"", "id=\"%s\" name=\"%s\"".formatted(name, name)));
  }

  private static DecisionTable read(String xml) {
    return DmnReader.read(new Source("f.dmn", xml)).getFirst();
  }
}
