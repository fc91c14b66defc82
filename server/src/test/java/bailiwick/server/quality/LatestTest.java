package bailiwick.server.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Values that are worked out once for all who ask. */
class LatestTest {

  private final Latest<String, Integer> latest = new Latest<>(2);
  private final AtomicInteger made = new AtomicInteger();

  private int get(String key) {
    return latest.get(key, made::incrementAndGet);
  }

  @Test
  void a_value_is_worked_out_once_until_two_others_were_asked_for() {
    assertThat(get("a")).isEqualTo(1);
    assertThat(get("b")).isEqualTo(2);
    assertThat(get("a")).isEqualTo(1);
    assertThat(get("c")).as("b was asked for longest ago").isEqualTo(3);
    assertThat(get("a")).isEqualTo(1);
    assertThat(get("b")).isEqualTo(4);
  }

  @Test
  void nobody_waits_for_the_value_of_another_key() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Integer> slow = new CompletableFuture<>();
    Thread first =
        Thread.ofVirtual()
            .start(() ->
                latest.get(
                    "slow",
                    () -> {
                      started.countDown();
                      return slow.join();
                    }));
    started.await();

    assertThat(get("quick")).as("while the other is worked on").isEqualTo(1);

    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> latest.get("slow", made::incrementAndGet));
    slow.complete(7);
    assertThat(second.get()).as("worked out by the first").isEqualTo(7);
    first.join();
  }

  @Test
  void values_that_nobody_can_ask_for_any_more_are_let_go() {
    get("a");
    get("b");

    latest.keepOnly("b"::equals);

    assertThat(get("b")).isEqualTo(2);
    assertThat(get("a")).as("worked out anew").isEqualTo(3);
  }

  @Test
  void what_failed_is_tried_again() {
    assertThatThrownBy(() ->
            latest.get(
                "a",
                () -> {
                  throw new IllegalStateException("gone");
                }))
        .hasMessage("gone");

    assertThat(get("a")).isEqualTo(1);
  }
}
