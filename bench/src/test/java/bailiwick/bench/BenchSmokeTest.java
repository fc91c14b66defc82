package bailiwick.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernels' ways of doing the same thing agree; what they take is not tested. */
class BenchSmokeTest {

  @Test
  void the_compiled_lookup_and_the_router_decide_as_the_plain_matcher_does() {
    var bench = new RuleLookupBench();
    bench.territories = 40;
    assertThatCode(bench::setUp).doesNotThrowAnyException();
  }

  @Test
  void a_proof_counts_just_the_points_of_the_rules_that_are_left_out() {
    var bench = new RuleProofBench();
    bench.rules = 1_000;
    assertThatCode(bench::setUp).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void rules_decide_many_accounts_as_one_by_one_and_as_the_peers_do(RuleKind kind) {
    var bench = new RuleDecisionBench();
    bench.kind = kind;
    bench.rules = 500;
    assertThatCode(bench::setUp).doesNotThrowAnyException();
    bench.tearDown();
  }

  @Test
  void accounts_that_move_between_versions_are_those_decided_twice() {
    var bench = new RuleDifferenceBench();
    bench.rules = 500;
    bench.blocks = 2;
    assertThatCode(bench::setUp).doesNotThrowAnyException();
  }

  @Test
  void a_text_of_many_rules_is_read_proven_and_used() {
    var bench = new ManyRulesBench();
    bench.rules = 2_000;
    assertThatCode(bench::setUp).doesNotThrowAnyException();
  }

  @Test
  void the_atlas_finds_what_a_scan_of_all_areas_and_places_finds() {
    assertThatCode(new AtlasLookupBench()::setUp).doesNotThrowAnyException();
  }
}
