package bailiwick.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "St. Louis, saint louis",
    "'  SAINT-LOUIS ', saint louis",
    "Ft Worth, fort worth",
    "O’Fallon, ofallon",
    "Coeur d'Alene, coeur dalene",
    "Köln, koln",
    "Łódź, lodz",
    "Winston-Salem, winston salem",
    "N. Little Rock, north little rock",
    "'', ''",
    "-, ''",
  })
  void names_that_differ_in_writing_only_fold_alike(String name, String folded) {
    assertThat(Names.folded(name)).isEqualTo(folded);
  }
}
