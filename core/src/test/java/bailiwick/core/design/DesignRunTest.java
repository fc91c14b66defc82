package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DesignRunTest {

  private static final DesignSettings SETTINGS = DesignSettings.ofWork(7, 300);

  @Test
  void runs_together_have_done_the_work_of_all() {
    DesignRun both = DesignRun.together(SETTINGS, List.of(run(100), run(50)), false);

    assertThat(both.evaluations()).isEqualTo(150);
    assertThat(both.work()).isEqualTo(300);
    assertThat(both.elapsed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(both.cancelled()).isFalse();
  }

  @Test
  void a_stop_between_two_runs_is_a_stop() {
    assertThat(DesignRun.together(SETTINGS, List.of(run(100)), true).cancelled()).isTrue();
  }

  private static DesignRun run(long evaluations) {
    return new DesignRun(
        7,
        150,
        evaluations,
        Duration.ofSeconds(1),
        OptionalLong.empty(),
        false,
        0,
        Optional.empty(),
        "test");
  }
}
