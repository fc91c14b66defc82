package bailiwick.server.published;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.Store;
import bailiwick.store.StoreConfig;
import bailiwick.store.plan.LayerId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRoutersTest {

  @TempDir private Path folder;

  @Test
  void whoever_asks_about_every_day_does_not_fill_the_memory() {
    try (Store store =
        Store.open(StoreConfig.folder(folder), Clock.systemUTC(), new SplittableRandom(1))) {
      var routers = new PublishedRouters(store);
      LocalDate first = LocalDate.of(2026, 1, 1);

      for (int day = 0; day < PublishedRouters.MOST_DAYS + 50; day++) {
        assertThat(routers.findOn(LayerId.NEW_BUSINESS, first.plusDays(day))).isEmpty();
      }

      assertThat(routers.rememberedDays()).isEqualTo(PublishedRouters.MOST_DAYS);
      assertThat(routers.fieldsFrom(first).names()).isEmpty();
    }
  }
}
