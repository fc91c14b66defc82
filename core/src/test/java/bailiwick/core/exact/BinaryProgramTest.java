package bailiwick.core.exact;

import static bailiwick.core.exact.BinaryProgram.NO_LOWER;
import static bailiwick.core.exact.BinaryProgram.NO_UPPER;
import static bailiwick.core.exact.Programs.costs;
import static bailiwick.core.exact.Programs.ones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import java.math.BigDecimal;
import java.util.BitSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BinaryProgramTest {

  private static final BinaryProgram ONE_OF_TWO =
      BinaryProgram.builder(costs(0.1, 0.7))
          .row(NO_LOWER, 5)
          .term(0, 9)
          .term(1, 4)
          .row(1, 1)
          .term(0, 1)
          .term(1, 1)
          .build();

  @Test
  void rows_and_terms_are_told_as_they_were_given() {
    assertThat(ONE_OF_TWO.rowCount()).isEqualTo(2);
    assertThat(ONE_OF_TWO.termCount()).isEqualTo(4);
    assertThat(ONE_OF_TWO.firstTerm(1)).isEqualTo(2);
    assertThat(ONE_OF_TWO.variableOf(1)).isEqualTo(1);
    assertThat(ONE_OF_TWO.coefficientOf(1)).isEqualTo(4);
    assertThat(ONE_OF_TWO.lower(0)).isEqualTo(NO_LOWER);
    assertThat(ONE_OF_TWO.upper(0)).isEqualTo(5);
  }

  @Test
  void the_first_broken_row_is_named() {
    assertThat(ONE_OF_TWO.findBrokenRow(ones(0))).hasValue(0);
    assertThat(ONE_OF_TWO.findBrokenRow(ones())).hasValue(1);
    assertThat(ONE_OF_TWO.findBrokenRow(ones(1))).isEmpty();
  }

  @Test
  void only_what_keeps_the_rows_below_the_cutoff_is_a_solution() {
    assertThat(Solution.of(ONE_OF_TWO, ones(0))).isEmpty();
    assertThat(Solution.of(ONE_OF_TWO.withCutoff(0.7), ones(1))).isPresent();
    double cost = ONE_OF_TWO.costOf(ones(1));
    assertThat(Solution.of(ONE_OF_TWO.withCutoff(cost), ones(1))).isEmpty();
  }

  @Test
  void a_cost_is_at_most_what_was_given_and_hardly_less() {
    assertThat(ONE_OF_TWO.costOf(ones(1))).isLessThanOrEqualTo(0.7).isCloseTo(0.7, within(1e-13));
  }

  @Test
  void costs_add_up_exactly_in_any_program() {
    Seeds.check((random, size) -> {
      double scale = Math.scalb(1.0, random.nextInt(-900, 900));
      double[] costs = random.doubles(1 + size, -1, 1).map(cost -> cost * scale).toArray();
      BinaryProgram program = BinaryProgram.builder(costs).build();
      BitSet all = new BitSet();
      all.set(0, costs.length);
      BigDecimal exact = BigDecimal.ZERO;
      for (int variable = 0; variable < costs.length; variable++) {
        double cost = program.costOf(ones(variable));
        assertThat(cost).isLessThanOrEqualTo(costs[variable]);
        assertThat(costs[variable] - cost).isLessThan(program.grain());
        exact = exact.add(new BigDecimal(cost));
      }
      assertThat(new BigDecimal(program.costOf(all))).isEqualByComparingTo(exact);
      assertThat(program.grain()).isLessThanOrEqualTo(scale * costs.length * 0x1p-45);
    });
  }

  @Test
  void the_largest_and_the_smallest_costs_are_taken() {
    BinaryProgram large = BinaryProgram.builder(costs(Double.MAX_VALUE, 1)).build();
    assertThat(large.costInGrains(0)).isPositive();
    BinaryProgram small = BinaryProgram.builder(costs(Double.MIN_VALUE, 0)).build();
    assertThat(small.costOf(ones(0))).isNotNegative();
    assertThat(BinaryProgram.builder(costs(0)).build().costOf(ones(0))).isZero();
  }

  @Test
  void a_program_keeps_its_arrays_to_itself() {
    double[] costs = {1, 2};
    BinaryProgramBuilder builder = BinaryProgram.builder(costs).row(0, 1).term(0, 1);
    BitSet hint = ones(0);
    BinaryProgram program = builder.build().withHint(hint);
    builder.term(1, 1).row(0, 0);
    costs[0] = 100;
    hint.set(1);
    program.hint().orElseThrow().set(1);
    assertThat(program.rowCount()).isEqualTo(1);
    assertThat(program.termCount()).isEqualTo(1);
    assertThat(program.costOf(ones(0))).isEqualTo(1);
    assertThat(program.hint()).contains(ones(0));
  }

  @Test
  void nonsense_is_refused_by_name() {
    assertRefused("at least one variable", () -> BinaryProgram.builder(costs()));
    assertRefused(
        "The cost (NaN) of variable 1 must be finite.",
        () -> BinaryProgram.builder(costs(1, Double.NaN)));
    assertRefused(
        "The lower limit (3) of row 0 must be at most the upper (2).",
        () -> BinaryProgram.builder(costs(1)).row(3, 2));
    assertRefused(
        "finite sum", () -> BinaryProgram.builder(costs(Double.MAX_VALUE, -Double.MAX_VALUE)));
    assertRefused("needs a row", () -> BinaryProgram.builder(costs(1)).term(0, 1));
    assertRefused(
        "The variable (1) in row 0 must be 0 to 0.",
        () -> BinaryProgram.builder(costs(1)).row(0, NO_UPPER).term(1, 1));
    assertRefused(
        "Row 0 must have one term of variable 0, not two.",
        () -> BinaryProgram.builder(costs(1)).row(0, 1).term(0, 1).term(0, 1));
    assertRefused(
        "The coefficients of row 0 must add up to at most",
        () ->
            BinaryProgram.builder(costs(1, 1))
                .row(0, NO_UPPER)
                .term(0, BinaryProgram.LARGEST_ROW)
                .term(1, -1));
    assertRefused("must add up", () -> BinaryProgram.builder(costs(1)).row(0, 1).term(0, NO_LOWER));
    assertRefused("The variable 2 must be below 2.", () -> ONE_OF_TWO.withHint(ones(2)));
    assertRefused("must be a number", () -> ONE_OF_TWO.withCutoff(Double.NaN));
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
