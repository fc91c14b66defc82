package bailiwick.intake.export;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+2", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "+1"})
  void what_a_spreadsheet_would_run_is_neutralised(String text) {
    assertThat(SafeCells.neutralised(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-12", "-12.5", "Acme", "", "12", "a=b", "-.5"})
  void plain_texts_and_numbers_stay_as_they_are(String text) {
    assertThat(SafeCells.neutralised(text)).isEqualTo(text);
  }

  @Test
  void whatever_is_written_is_read_again() throws IOException {
    long seed = Long.getLong("seed", 42);
    SplittableRandom random = new SplittableRandom(seed);
    for (int world = 0; world < 200; world++) {
      int columns = 2 + random.nextInt(5);
      List<List<String>> rows = new ArrayList<>();
      for (int r = 0; r < random.nextInt(20); r++) {
        rows.add(cells(random, columns));
      }
      assertThat(readAgain(rows, columns)).as("-Dseed=%s, world %s", seed, world).isEqualTo(rows);
    }
  }

  private static List<String> cells(SplittableRandom random, int columns) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      StringBuilder cell = new StringBuilder("x"); // never blank, never neutralised
      for (int i = random.nextInt(12); i > 0; i--) {
        cell.append("ab ,;\"\n|\tüé".charAt(random.nextInt(11)));
      }
      cells.add(cell.append('y').toString());
    }
    return cells;
  }

  private static List<List<String>> readAgain(List<List<String>> rows, int columns)
      throws IOException {
    List<String> header = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      header.add("column" + c);
    }
    StringWriter out = new StringWriter();
    try (CsvTable table = CsvTable.open(out, header)) {
      for (List<String> row : rows) {
        table.row(row);
      }
    }
    List<List<String>> read = new ArrayList<>();
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    try (TableReader table =
        TableReader.open(
            TableSource.of("test.csv", bytes), TableOptions.SNIFFED.withDelimiter(','))) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
          cells.add(row.cell(c));
        }
        read.add(cells);
      }
    }
    return read;
  }
}
