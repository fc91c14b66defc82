package bailiwick.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.proof.RuleProof;
import bailiwick.server.atlas.Geography;
import bailiwick.server.fixture.ServerParts;
import bailiwick.server.proof.ProofWire.DiffRequest;
import bailiwick.server.proof.ProofWire.RuleInput;
import bailiwick.server.published.PublishedRouters;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs end when their seconds are up: here a second passes each time the clock is read. */
class RuleProofsTest {

  /** Rules that each ask about two fields of their own: a proof has to look at all of them. */
  private static final RuleInput MANY = tree("t");

  private static RuleInput tree(String territory) {
    String fields =
        IntStream.range(0, 16)
            .mapToObj(i ->
                "{\"name\": \"f%s\", \"type\": \"number\", \"known\": true, \"lo\": 0, \"hi\": 9}"
                    .formatted(i))
            .collect(Collectors.joining(", "));
    String rules =
        IntStream.range(0, 8)
            .mapToObj(i ->
                """
                {"id": "r%s", "territory": "%s%s", "priority": %s, "when": {"op": "and", "args": [
                  {"op": "between", "field": "f%s", "lo": 5}, {"op": "between", "field": "f%s", "hi": 4}]}}
                """
                    .formatted(i, territory, i, i + 1, i, i + 8))
            .collect(Collectors.joining(", "));
    return new RuleInput(
        null,
        new RawJson("{\"fields\": [%s], \"rules\": [%s]}".formatted(fields, rules)),
        null,
        null);
  }

  @TempDir private Path folder;

  @Test
  void what_was_not_looked_at_in_time_is_not_decided() {
    try (ServerParts parts = ServerParts.open(folder)) {
      Map<String, @Nullable Object> whole = proofs(parts, Duration.ZERO).check(MANY, false, 5);
      assertThat(whole.get("verdict")).isEqualTo(RuleProof.Verdict.COUNTEREXAMPLE);
      assertThat(whole.get("undecidedRegions")).isEqualTo(List.of());

      Map<String, @Nullable Object> cut =
          proofs(parts, Duration.ofSeconds(1)).check(MANY, false, 5);
      assertThat(cut.get("verdict")).isEqualTo(RuleProof.Verdict.NOT_DECIDED);
      assertThat(cut.get("undecidedRegions")).isNotEqualTo(List.of());
    }
  }

  @Test
  void nor_is_where_two_versions_decide_otherwise() {
    var request = new DiffRequest(MANY, tree("u"), null);
    try (ServerParts parts = ServerParts.open(folder)) {
      assertThat(proofs(parts, Duration.ZERO).diff(request, 5))
          .containsEntry("undecidedPoints", BigInteger.ZERO);
      assertThat(proofs(parts, Duration.ofSeconds(1)).diff(request, 5).get("undecidedPoints"))
          .isNotEqualTo(BigInteger.ZERO);
    }
  }

  private RuleProofs proofs(ServerParts parts, Duration passing) {
    var clock = new AtomicLong();
    return new RuleProofs(
        parts.store,
        Geography.open(folder.resolve("atlas")),
        new PublishedRouters(parts.store),
        parts.today,
        () -> clock.getAndAdd(passing.toNanos()));
  }
}
