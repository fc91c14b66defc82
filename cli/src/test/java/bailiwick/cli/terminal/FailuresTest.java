package bailiwick.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void a_full_disk_is_a_problem_of_the_user() {
    var failure = new UncheckedIOException(new IOException("No space left on device"));
    assertThat(Failures.problemsOf(failure))
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            tuple("CLI_DISK_FULL", "There is no room left on the disk: No space left on device."));
  }

  @Test
  void a_full_disk_under_the_database_is_told_the_same_way() {
    var failure =
        new IllegalStateException(
            "load of accounts",
            new RuntimeException("ERROR: could not extend file: No space left on device\n  Hint"));
    assertThat(Failures.problemsOf(failure))
        .extracting(Problem::message)
        .containsExactly(
            "There is no room left on the disk:"
                + " ERROR: could not extend file: No space left on device.");
  }

  @Test
  void a_missing_file_is_named() {
    assertThat(Failures.problemsOf(new NoSuchFileException("accounts.csv")))
        .extracting(Problem::message)
        .containsExactly("There is no file or folder `accounts.csv`.");
  }

  @Test
  void a_closed_file_is_named_with_the_reason() {
    assertThat(Failures.problemsOf(new AccessDeniedException("secret.csv")))
        .extracting(Problem::message)
        .containsExactly("The file or folder `secret.csv` cannot be used: permission denied.");
  }

  @Test
  void a_mistake_of_ours_is_no_problem_of_the_user() {
    assertThat(Failures.problemsOf(new IllegalStateException("null index"))).isEmpty();
  }
}
