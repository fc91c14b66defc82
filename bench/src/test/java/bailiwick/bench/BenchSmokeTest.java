package bailiwick.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

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

  @Test
  void the_atlas_finds_what_a_scan_of_all_areas_and_places_finds() {
    assertThatCode(new AtlasLookupBench()::setUp).doesNotThrowAnyException();
  }
}
