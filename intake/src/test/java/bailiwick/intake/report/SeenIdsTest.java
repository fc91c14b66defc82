package bailiwick.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

  @Test
  void an_id_is_new_once() {
    SeenIds seen = new SeenIds();

    assertThat(seen.add("A1")).isTrue();
    assertThat(seen.add("A2")).isTrue();
    assertThat(seen.add("A1")).isFalse();
    assertThat(seen.add("")).isTrue();
  }

  @Test
  void it_answers_as_a_set_of_texts_does() {
    long seed = Long.getLong("seed", 42);
    SplittableRandom random = new SplittableRandom(seed);
    SeenIds seen = new SeenIds();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      String id = "A" + random.nextInt(60_000);
      assertThat(seen.add(id)).as("-Dseed=%s, id %s", seed, id).isEqualTo(texts.add(id));
    }
    assertThat(seen.size()).isEqualTo(texts.size());
  }
}
