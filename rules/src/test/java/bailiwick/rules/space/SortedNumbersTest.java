package bailiwick.rules.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedNumbersTest {

  @Test
  void a_single_number_is_the_last_below_all_others() {
    var numbers = new SortedNumbers(new long[] {Long.MIN_VALUE});
    assertThat(numbers.last(Long.MIN_VALUE)).isZero();
    assertThat(numbers.last(0)).isZero();
    assertThat(numbers.last(Long.MAX_VALUE)).isZero();
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void numbers_are_found_where_a_scan_finds_them(long seed) {
    var random = new SplittableRandom(seed);
    requireFound(random, () -> random.nextInt(1_000));
    requireFound(random, () -> (long) Math.pow(10, random.nextDouble(18))); // skewed
    requireFound(random, random::nextLong);
    requireFound(random, () -> Long.MAX_VALUE - random.nextInt(5));
    requireFound(random, () -> Long.MIN_VALUE + random.nextInt(5));
    requireFound(random, () -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE + 1);
  }

  private static void requireFound(SplittableRandom random, LongSupplier drawn) {
    long[] rising =
        LongStream.concat(
                LongStream.of(Long.MIN_VALUE),
                LongStream.generate(drawn).limit(random.nextInt(1, 200)))
            .sorted()
            .distinct()
            .toArray();
    var numbers = new SortedNumbers(rising);
    for (long number : rising) {
      requireFound(rising, numbers, number);
      requireFound(rising, numbers, number - 1);
      requireFound(rising, numbers, number + 1);
      requireFound(rising, numbers, random.nextLong());
    }
  }

  private static void requireFound(long[] rising, SortedNumbers numbers, long other) {
    int scanned = 0;
    while (scanned + 1 < rising.length && rising[scanned + 1] <= other) {
      scanned++;
    }
    assertThat(numbers.last(other)).as("%s among %s", other, numbers).isEqualTo(scanned);
  }
}
