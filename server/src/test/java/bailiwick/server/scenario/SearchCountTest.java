package bailiwick.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchCountTest {

  @Test
  void the_share_done_rises_through_all_searches() {
    SearchCount count = new SearchCount(2);

    assertThat(count.fraction(0)).isZero();
    assertThat(count.fraction(0.5)).isEqualTo(0.25);
    assertThat(count.message()).isEqualTo("Looking for plan 1 of 2.");
    assertThat(count.fraction(0.1)).isEqualTo(0.55);
    assertThat(count.message()).isEqualTo("Looking for plan 2 of 2.");
    assertThat(count.fraction(0)).as("there is no third").isEqualTo(0.55);
  }
}
