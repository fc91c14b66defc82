package bailiwick.intake.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Seeds;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySortTest {

  @Test
  void keys_stand_in_order_without_sign_and_equal_ones_as_they_came() {
    Seeds.check((random, size) -> {
      long[] keys = random.longs(size).map(key -> key % 7 == 0 ? key : key >> 60).toArray();
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparing((Integer number) -> keys[number], Long::compareUnsigned))
              .mapToInt(Integer::intValue)
              .toArray();
      long[] sorted = new long[size];
      int[] numbers = new int[size];
      KeySort.sort(keys.clone(), IntStream.range(0, size).toArray(), sorted, numbers);
      assertThat(numbers).isEqualTo(expected);
      for (int i = 0; i < size; i++) {
        assertThat(sorted[i]).isEqualTo(keys[numbers[i]]);
      }
    });
  }
}
