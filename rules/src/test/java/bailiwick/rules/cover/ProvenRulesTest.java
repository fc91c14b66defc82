package bailiwick.rules.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.rules.RandomRules;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleParser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvenRulesTest {

  private static final UnitNumbering UNITS = RandomRules.AREAS.units();

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void an_alignment_of_everything_is_proven_without_a_warning(long seed) {
    ProvenRules proven = ProvenRules.of(RandomRules.coverRequest(seed), RandomRules.AREAS);

    assertThat(proven.warnings()).isEmpty();
    assertThat(proven.cover().isComplete()).isTrue();
    assertThat(RuleParser.parse(new Source("published", proven.text())).problems()).isEmpty();
  }

  @Test
  void what_nobody_holds_is_told_with_an_example_and_needs_somebodys_word() {
    int[] territoryOf = new int[UNITS.size()];
    territoryOf[4] = Alignment.UNASSIGNED;
    ProvenRules proven = prove(UNITS, territoryOf);
    Waiver waiver = new Waiver("maria", "A partner serves the islands.", 1);

    assertThat(proven.warnings()).isEmpty();
    assertThatThrownBy(() -> proven.requireOwned(null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code, Problem::message)
                    .containsExactly(
                        tuple(
                            "PUBLICATION_GAP",
                            "1 of 54 postcodes would belong to no territory, `%s` among them."
                                .formatted(
                                    RandomRules.AREAS.path(RandomRules.AREAS.leafNode(4))))));
    assertThat(proven.requireOwned(waiver)).contains(waiver);
  }

  @Test
  void a_waiver_covers_no_more_than_was_shown() {
    int[] territoryOf = new int[UNITS.size()];
    territoryOf[4] = Alignment.UNASSIGNED;
    territoryOf[5] = Alignment.UNASSIGNED;
    Waiver waiver = new Waiver("maria", "A partner serves the islands.", 1);

    assertThatThrownBy(() -> prove(UNITS, territoryOf).requireOwned(waiver))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void where_all_is_owned_no_waiver_is_kept() {
    Waiver waiver = new Waiver("maria", "To be safe.", 1);

    assertThat(prove(UNITS, new int[UNITS.size()]).requireOwned(waiver)).isEmpty();
  }

  @Test
  void a_unit_that_the_geography_does_not_know_is_told() {
    List<UnitId> more = Stream.concat(UNITS.ids().stream(), Stream.of(new UnitId("X"))).toList();

    assertThat(prove(UnitNumbering.of(more), new int[more.size()]).warnings())
        .containsExactly(new CoverProblem.UnitsOutside(List.of(new UnitId("X"))));
  }

  private static ProvenRules prove(UnitNumbering units, int[] territoryOf) {
    var alignment = Alignment.of(units, List.of(new TerritoryCode("T")), territoryOf);
    return ProvenRules.of(
        new CoverRequest("l", "1", alignment, AreaKind.POSTCODE, Map.of(), List.of()),
        RandomRules.AREAS);
  }
}
