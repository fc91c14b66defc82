package bailiwick.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StoreFailuresTest {

  private static Throwable wrapped(String state) {
    return new IllegalStateException("outer", new SQLException("inner", state));
  }

  @Test
  void a_full_disk_and_a_lost_connection_are_for_the_operator() {
    assertThat(StoreFailures.find(wrapped("53100"))).contains(new StoreProblem.NoRoom());
    assertThat(StoreFailures.find(wrapped("08006"))).contains(new StoreProblem.ConnectionLost());
    assertThat(StoreFailures.find(wrapped("57P01"))).contains(new StoreProblem.ConnectionLost());
  }

  @Test
  void who_met_another_change_may_try_again() {
    assertThat(StoreFailures.find(wrapped("40P01"))).contains(new StoreProblem.Busy());
    assertThat(StoreFailures.find(wrapped("40001"))).contains(new StoreProblem.Busy());
    assertThat(StoreFailures.find(wrapped("55P03"))).contains(new StoreProblem.Busy());
  }

  @Test
  void a_day_that_no_calendar_reaches_is_the_caller_s() {
    assertThat(StoreFailures.find(wrapped("22008"))).contains(new StoreProblem.DayOutOfRange());
  }

  @Test
  void a_wrong_statement_is_our_fault() {
    assertThat(StoreFailures.find(wrapped("42601"))).isEmpty();
    assertThat(StoreFailures.find(new IllegalStateException("no SQL"))).isEmpty();
  }
}
