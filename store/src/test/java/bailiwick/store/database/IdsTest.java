package bailiwick.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  private final Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private final Ids ids = new Ids(Clock.fixed(now, ZoneOffset.UTC), new SplittableRandom(1));

  @Test
  void an_id_carries_version_variant_and_the_millisecond() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
  }

  @Test
  void ids_ascend_even_when_the_clock_stands_still() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next().toString());
    }

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_same_seed_and_clock_give_the_same_ids() {
    Ids twin = new Ids(Clock.fixed(now, ZoneOffset.UTC), new SplittableRandom(1));

    assertThat(twin.next()).isEqualTo(ids.next());
  }
}
