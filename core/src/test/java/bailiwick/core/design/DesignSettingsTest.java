package bailiwick.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.fixture.Worlds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DesignSettingsTest {

  private static final Duration LIMIT = Duration.ofMillis(1_500);

  @Test
  void a_time_limit_buys_the_same_work_on_any_machine_and_is_kept_as_the_latest_end() {
    DesignSettings settings = DesignSettings.ofTime(1, 2, LIMIT, units(49));

    assertThat(settings.work()).isEqualTo(3_000_000);
    assertThat(settings.timeLimit()).contains(LIMIT);
  }

  @Test
  void a_second_buys_less_where_a_plan_is_large_or_territories_have_few_units() {
    assertThat(DesignSettings.ofTime(1, 2, LIMIT, units(50)).work()).isEqualTo(1_500_000);
    assertThat(DesignSettings.ofTime(1, 2, LIMIT, row(40)).work()).isEqualTo(3_000_000);
    assertThat(DesignSettings.ofTime(1, 2, LIMIT, row(39)).work()).isEqualTo(1_500_000);
  }

  @Test
  void the_shortest_limit_buys_an_evaluation() {
    Duration shortest = Duration.ofNanos(1);

    assertThat(DesignSettings.ofTime(1, 2, shortest, row(2)).work()).isEqualTo(1);
  }

  @Test
  void settings_without_work_or_time_are_refused() {
    assertThatThrownBy(() -> DesignSettings.ofWork(1, 0)).hasMessageContaining("(0)");
    assertThatThrownBy(() -> DesignSettings.ofTime(1, 2, Duration.ZERO, row(2)))
        .hasMessageContaining("(PT0S)");
  }

  /** A world of so many rows of 50 units and two territories. */
  private static DesignProblem units(int rows) {
    return inTwo(Worlds.grid(50, rows));
  }

  /** A row of so many units and two territories. */
  private static DesignProblem row(int units) {
    return inTwo(Worlds.grid(units, 1));
  }

  private static DesignProblem inTwo(Worlds.Grid world) {
    return DesignProblem.builder(world.units(), world.distances()).freeTerritories(2).build();
  }
}
