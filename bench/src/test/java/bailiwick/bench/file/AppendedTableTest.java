package bailiwick.bench.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedTableTest {

  private static final List<String> FIRST = List.of("first", "1", "commas, \"quotes\" and ü");
  private static final List<String> SECOND = List.of("second", "", "nothing, \"to\" say");

  @TempDir Path folder;

  private Path file;
  private AppendedTable table;

  @BeforeEach
  void open() {
    file = folder.resolve("table.csv");
    table = new AppendedTable(file, List.of("name", "value", "note"));
  }

  @Test
  void what_is_appended_is_read_again_after_the_header() throws Exception {
    assertThat(table.lines()).isEmpty();

    table.append(FIRST);
    table.append(SECOND);

    assertThat(table.lines()).containsExactly(FIRST, SECOND);
    assertThat(Files.readString(file)).startsWith("name,value,note\nfirst,1,");
  }

  @Test
  void wherever_a_run_was_killed_whole_lines_are_kept_and_the_rest_is_written_anew()
      throws Exception {
    table.append(FIRST);
    int firstEnds = Files.readAllBytes(file).length;
    table.append(SECOND);
    byte[] whole = Files.readAllBytes(file);
    for (int end = 0; end < whole.length; end++) {
      Files.write(file, Arrays.copyOf(whole, end));

      assertThat(table.lines()).as("cut at %s", end).hasSize(end < firstEnds ? 0 : 1);
      if (table.lines().isEmpty()) {
        table.append(FIRST);
      }
      table.append(SECOND);

      assertThat(Files.readAllBytes(file)).as("cut at %s", end).isEqualTo(whole);
    }
  }

  @Test
  void line_breaks_become_spaces() throws Exception {
    table.append(List.of("one\ntwo", "1", "three:\r\n  four\n\nfive"));

    assertThat(table.lines()).containsExactly(List.of("one two", "1", "three: four five"));
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void another_table_is_told_of_with_its_line() throws Exception {
    write("name,value\nfirst,1\n");
    assertThatThrownBy(table::lines)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("Line 1", "table.csv", "(name,value)", "name,value,note");

    write("name,value,note\nfirst,1,\nsecond,2\n");
    assertThatThrownBy(table::lines)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("Line 3", "(second,2)");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
