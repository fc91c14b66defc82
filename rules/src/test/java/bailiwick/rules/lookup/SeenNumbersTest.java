package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenNumbersTest {

  @ParameterizedTest(name = "-Dseed={0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void a_number_is_new_once_however_many_come_by(long seed) {
    var random = new SplittableRandom(seed);
    var seen = new SeenNumbers();
    Set<Integer> oracle = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      int number = random.nextInt(1 << random.nextInt(1, 31));
      assertThat(seen.add(number)).as("%s", number).isEqualTo(oracle.add(number));
    }
  }
}
