package bailiwick.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

  @ParameterizedTest
  @CsvSource({
    "30s, PT30S",
    "30, PT30S",
    "2m, PT2M",
    "2min, PT2M",
    "1.5h, PT1H30M",
    "500ms, PT0.5S",
    "PT45S, PT45S"
  })
  void durations_are_read_as_people_write_them(String text, Duration expected) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(expected);
  }

  @Test
  void anything_else_is_wrong_usage() {
    assertThatThrownBy(() -> new DurationConverter().convert("soon"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("30s");
  }
}
