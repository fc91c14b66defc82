package bailiwick.store;

import bailiwick.core.problem.ProblemException;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A contract held on every database: each test begins with an empty store. */
@ParameterizedClass
@EnumSource(TestServer.class)
public abstract class StoreContract {

  protected static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  // Set by JUnit before anything else runs.
  @SuppressWarnings("NullAway.Init")
  @Parameter
  protected TestServer server;

  protected TickingClock clock;
  protected Store store;

  @BeforeEach
  void empty() {
    clock = server.clock();
    store = server.emptiedStore();
    clock.set(START);
  }

  /** Checks that a call is refused with one problem of a code. */
  protected static void assertRefused(String code, ThrowingCallable call) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> Assertions.assertThat(refused.problems().get(0).code()).isEqualTo(code));
  }
}
