package bailiwick.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.proof.RuleProof.Verdict;
import bailiwick.rules.table.DecisionTable.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableProofTest {

  private static List<String> never(TableProof proof) {
    return proof.neverWinning().stream().map(Row::label).toList();
  }

  private static List<String> gaps(TableProof proof) {
    return proof.gaps().stream().map(TableRegion::text).toList();
  }

  private static List<String> overlaps(TableProof proof) {
    return proof.overlaps().stream()
        .map(each ->
            "%s %s: %s"
                .formatted(
                    each.row().label(), each.other().label(), each.where().getFirst().text()))
        .toList();
  }

  private static String witness(TableProof proof) {
    return proof.words(proof.gap().witness().orElseThrow());
  }

  /** The loan grades of Calvanese and others, BPM 2016: one overlap, and much that is missing. */
  @Test
  void the_loan_grades_of_the_literature_overlap_in_one_box() {
    TableProof proof =
        Drawn.prove(
            "UNIQUE",
            """
            income:number{>= 0} | size:number{>= 0} => grade:string
            [0..1000]    | [0..1000]    => "VG"
            [250..750]   | [4000..5000] => "G"
            [500..1500]  | [500..3000]  => "F"
            [2000..2500] | [0..2000]    => "P"
            """);

    assertThat(proof.verdict()).isEqualTo(Verdict.COUNTEREXAMPLE);
    assertThat(overlaps(proof)).containsExactly("1 3: income [500..1000] and size [500..1000]");
    assertThat(gaps(proof))
        .containsExactlyInAnyOrder(
            "income (1500..2000), > 2500",
            "size (3000..4000), > 5000",
            "income (1000..2000), > 2500 and size [0..500), > 3000",
            "income [0..500), (1500..2000), > 2500 and size (1000..4000), > 5000",
            "income [0..250), > 1500 and size > 2000",
            "income [0..250), > 750 and size > 3000");
    assertThat(never(proof)).isEmpty();
  }

  @Test
  void a_single_number_between_two_bounds_is_a_gap() {
    TableProof proof =
        Drawn.prove(
            "UNIQUE",
            """
            amount:number => fee
            < 1000 => 1
            > 1000 => 2
            """);

    assertThat(proof.gap().points()).isEqualTo(1);
    assertThat(gaps(proof)).containsExactly("amount 1000");
    assertThat(witness(proof)).isEqualTo("amount = 1000");
  }

  @Test
  void bounds_that_are_both_open_leave_no_gap_among_whole_numbers() {
    String rows =
        """
        :%s => fee
        < 5 => 1
        > 4 => 2
        """;

    TableProof whole = Drawn.prove("UNIQUE", "n" + rows.formatted("integer"));
    TableProof dense = Drawn.prove("UNIQUE", "n" + rows.formatted("number"));

    assertThat(whole.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(overlaps(dense)).containsExactly("1 2: n (4..5)");
  }

  @Test
  void rows_that_say_the_same_contradict_each_other_only_where_one_may_hold() {
    String rows =
        """
        n:number => fee
        <= 5 => 1
        >= 5 => 1.0
        """;

    assertThat(overlaps(Drawn.prove("UNIQUE", rows))).containsExactly("1 2: n 5");
    assertThat(Drawn.prove("ANY", rows).verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(Drawn.prove("ANY", rows.replace("1.0", "2")).conflict().points()).isEqualTo(1);
  }

  @Test
  void the_first_row_wins_and_hides_what_lies_behind() {
    TableProof proof =
        Drawn.prove(
            "FIRST",
            """
            n:number | colour:string => fee
            < 5  | -      => 1
            < 3  | "blue" => 2
            >= 5 | "red"  => 3
            -    | -      => 4
            """);

    assertThat(proof.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(never(proof)).containsExactly("2");
  }

  @Test
  void the_order_of_output_values_decides_by_priority() {
    TableProof proof =
        Drawn.prove(
            "PRIORITY",
            """
            n:number => risk:string{"high","medium","low"} | note
            > 10       => "low"    | 1
            > 20       => "high"   | 2
            (20..30]   => "medium" | 3
            [10..10]   => "low"    | 4
            [10..11]   => "low"    | 5
            < 10       => "low"    | 6
            """);

    assertThat(never(proof)).containsExactly("3", "4", "5");
    assertThat(overlaps(proof)).containsExactlyInAnyOrder("1 5: n (10..11]", "4 5: n 10");
  }

  @Test
  void priority_without_an_order_of_outputs_is_refused() {
    assertThatThrownBy(() -> Drawn.prove("PRIORITY", "n:number => risk:string\n> 1 => \"x\"\n"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("TABLE_NO_ORDER");
  }

  @Test
  void where_all_rows_count_a_row_never_counts_only_when_it_never_holds() {
    TableProof proof =
        Drawn.prove(
            "COLLECT",
            """
            n:integer => fee
            -      => 1
            < 5    => 2
            (4..5) => 3
            """);

    assertThat(proof.conflict().isEmpty()).isTrue();
    assertThat(never(proof)).containsExactly("3");
  }

  @Test
  void null_is_a_point_only_where_somebody_speaks_of_it() {
    TableProof silent = Drawn.prove("UNIQUE", "ok:boolean => x\ntrue => 1\nfalse => 2\n");
    TableProof asked =
        Drawn.prove(
            "UNIQUE",
            """
            n:number => x
            < 5       => 1
            not(< 5)  => 2
            """);
    TableProof spoken =
        Drawn.prove(
            "UNIQUE",
            """
            n:number | ok:boolean => x
            < 5           | -    => 1
            not(< 5)      | -    => 2
            null          | true => 3
            """);

    assertThat(silent.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(asked.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(gaps(spoken)).containsExactly("n null and ok false");
  }

  @Test
  void words_that_no_cell_names_count_once() {
    TableProof proof =
        Drawn.prove(
            "UNIQUE",
            """
            colour:string => x
            "red"         => 1
            "blue", "teal" => 2
            """);

    assertThat(proof.points()).isEqualTo(4);
    assertThat(gaps(proof)).containsExactly("colour not(\"red\", \"blue\", \"teal\", null)");
    assertThat(proof.fields(proof.gap().witness().orElseThrow())).containsEntry("colour", "other");
  }

  @Test
  void a_list_of_values_is_all_that_there_is() {
    TableProof proof =
        Drawn.prove(
            "UNIQUE",
            """
            colour:string{"red","blue","green"} | n:integer{[1..10]} => x
            "red"        | -         => 1
            not("red")   | [1..7]    => 2
            "green"      | 9         => 3
            """);

    assertThat(proof.points()).isEqualTo(30);
    assertThat(proof.gap().points()).isEqualTo(2 * 3 - 1);
    assertThat(gaps(proof))
        .containsExactlyInAnyOrder(
            "colour \"blue\" and n [8..10]", "colour \"blue\", \"green\" and n 8, 10");
  }

  @Test
  void two_columns_that_ask_the_same_input_are_one_dimension() {
    TableProof proof =
        Drawn.prove(
            "UNIQUE",
            """
            n:number | n:number => x
            >= 1 | < 5 => 1
            < 1  | -   => 2
            -    | >= 5 => 3
            """);

    assertThat(proof.verdict()).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void days_moments_and_durations_are_in_order() {
    TableProof proof =
        Drawn.prove(
            "UNIQUE",
            """
            day:date | at:dateTime | wait:dayTimeDuration | age:yearMonthDuration => x
            < date("2027-01-01") | - | - | - => 1
            >= @"2027-01-02" | <= date and time("2027-01-01T08:30:00") | - | - => 2
            >= @"2027-01-02" | > @"2027-01-01T08:30:00" | <= duration("PT8H") | - => 3
            >= @"2027-01-02" | > @"2027-01-01T08:30:00" | > duration("PT8H") | < @"P1Y6M" => 4
            """);

    assertThat(gaps(proof))
        .containsExactlyInAnyOrder(
            "day date(\"2027-01-01\")",
            "day >= date(\"2027-01-01\") and at > date and time(\"2027-01-01T08:30\")"
                + " and wait > duration(\"PT8H\") and age >= duration(\"P1Y6M\")");
  }

  @Test
  void values_outside_the_list_are_warned_of() {
    TableProof proof = Drawn.prove("FIRST", "c:string{\"a\"} => x\n\"b\" => 1\n\"a\" => 2\n");

    assertThat(proof.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo("TABLE_OUTSIDE_VALUES"));
    assertThat(never(proof)).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number    | ? < 5                       | < 5",
        "number    | in [1..2], in (3, 4)        | [1..2], 3, 4",
        "number    | .5, -1.50, 1e2              | -1.5, 0.5, 100",
        "number    | ]1..2[ , [2 .. 3)           | (1..3)",
        "number    | != 5                        | < 5, > 5",
        "number    | not(< 5, > 9)               | [5..9]",
        "integer   | > 4.5                       | >= 5",
        "integer   | 4.5, 6                      | 6",
        "string    | [\"a\", \"b\"]              | \"a\", \"b\"",
        "string    | not(\"a\")                  | not(\"a\", null)",
        "string    | \"é\\u0041\\\"\\n\"         | \"éA\\\"\\n\"",
        "date      | > @\"2024-02-28\"           | >= date(\"2024-02-29\")",
        "date      | > date and time(\"2024-02-28T10:00:00\") | "
            + "> date and time(\"2024-02-28T10:00\")",
        "dateTime  | < @\"2024-01-01T01:00:00+01:00\" | < date and time(\"2024-01-01T00:00Z\")",
        "time      | >= time(\"08:00:00\")       | >= time(\"08:00\")",
        "boolean   | = true                      | true"
      })
  void cells_of_real_tables_are_understood(String type, String cell, String understood) {
    // What both rows hold for is what the cell holds for.
    TableProof proof = Drawn.prove("UNIQUE", "x:%s => y\n%s => 1\n- => 2\n".formatted(type, cell));

    assertThat(proof.overlaps())
        .singleElement()
        .satisfies(both -> assertThat(both.where().getFirst().text()).isEqualTo("x " + understood));
  }

  @Test
  void whether_more_rows_contradict_each_other_than_are_told_is_said() {
    String rows = "- => 1\n";

    TableProof few = Drawn.prove("UNIQUE", "x:number => y\n" + rows.repeat(45));
    TableProof many = Drawn.prove("UNIQUE", "x:number => y\n" + rows.repeat(46));

    assertThat(few.overlaps()).hasSize(45 * 44 / 2);
    assertThat(few.hasMoreOverlaps()).isFalse();
    assertThat(many.overlaps()).hasSize(TableProof.MOST_OVERLAPS);
    assertThat(many.hasMoreOverlaps()).isTrue();
  }

  @Test
  void a_row_for_everything_else_is_no_reason_to_doubt_a_table() {
    DecisionTable table = Drawn.read("FIRST", "x:number => y\n< 5 => 1\n- => 2\n");
    long work = TableProof.of(table, Budget.USUAL).work();

    assertThat(TableProof.of(table, Budget.of(4 * work)).verdict())
        .isEqualTo(RuleProof.Verdict.PROVEN);
  }

  @Test
  void each_table_of_a_file_has_a_whole_budget() {
    DecisionTable small = Drawn.read("FIRST", "x:number => y\n- => 1\n");
    var rows = new StringBuilder("x:number | y:number => z\n");
    for (int row = 0; row < 60; row++) {
      rows.append("< %s | < %s => %s\n".formatted(row, 60 - row, row));
    }
    DecisionTable large = Drawn.read("FIRST", rows.append("- | - => 60\n").toString());
    long work = TableProof.of(large, Budget.USUAL).work();

    List<TableProof> shared =
        TableProof.ofAll(List.of(large, small, large, small), Budget.of(4 * work));
    List<TableProof> cut =
        TableProof.ofAll(List.of(large, small, small, small), Budget.of(work / 2));

    assertThat(shared).extracting(TableProof::table).containsExactly(large, small, large, small);
    assertThat(shared).extracting(TableProof::verdict).containsOnly(RuleProof.Verdict.PROVEN);
    assertThat(cut.getFirst().verdict()).isEqualTo(RuleProof.Verdict.NOT_DECIDED);
    assertThat(cut.getFirst().undecidedRegions()).isNotEmpty();
    assertThat(cut.getLast().verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
  }
}
