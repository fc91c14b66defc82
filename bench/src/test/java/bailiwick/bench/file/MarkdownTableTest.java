package bailiwick.bench.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void a_header_has_a_line_below_it() {
    assertThat(MarkdownTable.header(List.of("name", "value")))
        .isEqualTo("| name | value |\n|---|---|\n");
  }

  @Test
  void cells_cannot_end_a_cell_or_a_line() {
    assertThat(MarkdownTable.line(List.of("a | b", "c\nd"))).isEqualTo("| a \\| b | c d |\n");
  }
}
