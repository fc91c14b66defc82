package bailiwick.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_delimiter_is_found_out(String delimiter) {
    String text =
        "id,name,city\n1,Acme,\"Springfield, IL\"\n2,Bolt,Salem\n".replace(",", delimiter);

    try (TableReader table = open(text)) {
      assertThat(text(table).delimiter()).isEqualTo(delimiter.charAt(0));
      assertThat(table.header()).containsExactly("id", "name", "city");
      assertThat(cells(table.next()))
          .containsExactly("1", "Acme", "Springfield, IL".replace(",", delimiter));
    }
  }

  @Test
  void quotes_hold_delimiters_line_breaks_and_doubled_quotes() {
    try (TableReader table = open("id,name\n1,\"Acme, \"\"The Best\"\"\nInc\"\n")) {
      assertThat(cells(table.next())).containsExactly("1", "Acme, \"The Best\"\nInc");
      assertThat(table.next()).isNull();
    }
  }

  @Test
  void a_decimal_comma_does_not_pass_for_a_delimiter() {
    try (TableReader table = open("id;sum\n1;2,50\n2;3,75\n")) {
      assertThat(text(table).delimiter()).isEqualTo(';');
    }
  }

  @Test
  void the_line_that_tells_spreadsheets_the_delimiter_is_no_header() {
    try (TableReader table = open("sep=;\nid;name\n1;Acme\n")) {
      assertThat(table.header()).containsExactly("id", "name");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void the_encoding_is_found_out(String name) {
    byte[] bytes = "id,name\n1,Café Zürich\n".getBytes(Charset.forName(name));

    try (TableReader table = open(bytes)) {
      assertThat(cells(table.next())).containsExactly("1", "Café Zürich");
      assertThat(text(table).byteOrderMark()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_is_no_part_of_the_first_name(String name) {
    byte[] bytes = "\uFEFFid,name\n1,Zoë\n".getBytes(Charset.forName(name));

    try (TableReader table = open(bytes)) {
      assertThat(table.header()).containsExactly("id", "name");
      assertThat(text(table).byteOrderMark()).isTrue();
      assertThat(cells(table.next())).containsExactly("1", "Zoë");
    }
  }

  @Test
  void the_first_accent_may_stand_far_down() {
    String text = "id,name\n" + "1,Acme\n".repeat(40_000) + "2,Zürich\n";

    try (TableReader table = open(text.getBytes(Charset.forName("windows-1252")))) {
      assertThat(rows(table).getLast()).containsExactly("2", "Zürich");
    }
  }

  @Test
  void one_damaged_character_does_not_change_the_encoding() {
    byte[] bytes = "id,name\n1,Zürich\n2,Köln\n3,Bad?\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xFF;

    try (TableReader table = open(bytes)) {
      assertThat(text(table).charset()).isEqualTo(StandardCharsets.UTF_8);
      table.next();
      table.next();
      TableRow damaged = Objects.requireNonNull(table.next());
      assertThat(damaged.suspectColumn()).isEqualTo(1);
    }
  }

  @Test
  void gzip_is_read_through() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write("id,name\n1,Acme\n".getBytes(StandardCharsets.UTF_8));
    }

    try (TableReader table = open(bytes.toByteArray())) {
      assertThat(text(table).gzip()).isTrue();
      assertThat(cells(table.next())).containsExactly("1", "Acme");
    }
  }

  @Test
  void a_cut_gzip_file_is_damaged_before_a_row_is_handed_out() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write("id,name\n1,Acme\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);

    assertThat(problem(half)).isInstanceOf(FileProblem.DamagedFile.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\n", "\uFEFF"})
  void a_file_without_text_is_empty(String text) {
    assertThat(problem(text.getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("IMPORT_EMPTY_FILE");
  }

  @Test
  void random_bytes_are_binary() {
    byte[] bytes = new byte[5_000];
    new SplittableRandom(7).nextBytes(bytes);

    assertThat(problem(bytes).code()).isEqualTo("IMPORT_BINARY_FILE");
  }

  @Test
  void the_beginning_of_an_archive_alone_is_a_damaged_workbook() {
    byte[] bytes = {'P', 'K', 3, 4, 20, 0, 6, 0};

    assertThat(problem(bytes).code()).isEqualTo("IMPORT_DAMAGED_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>\n<html><body>Please sign in!</body></html>",
        "\uFEFF<?xml version=\"1.0\"?><rows/>",
        "[{\"name\":\"Acme\",\"postcode\":\"60614\"}]",
        "{\n  \"accounts\": []\n}",
      })
  void what_browsers_and_programs_save_is_no_table(String text) {
    assertThat(problem(text).code()).isEqualTo("IMPORT_BINARY_FILE");
  }

  @Test
  void names_in_brackets_are_a_header() {
    try (TableReader table = open("[id],[name]\n1,Acme\n")) {
      assertThat(table.header()).containsExactly("[id]", "[name]");
    }
  }

  @Test
  void numbers_are_no_header() {
    assertThat(problem("1,2,3\n4,5,6\n").code()).isEqualTo("IMPORT_NO_HEADER");
  }

  @Test
  void an_unusual_delimiter_is_named() {
    assertThat(problem("id^name^city\n1^Acme^Salem\n2^Bolt^Salem\n"))
        .isEqualTo(new FileProblem.WrongDelimiter("test.csv", ',', '^'));
  }

  @Test
  void a_wrong_delimiter_asked_for_is_told_with_the_likely_one() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                TableReader.open(
                    TableSource.of(
                        "test.csv", "id,name\n1,Acme\n".getBytes(StandardCharsets.UTF_8)),
                    TableOptions.SNIFFED.withDelimiter(';')));

    assertThat(thrown.problems().getFirst())
        .isEqualTo(new FileProblem.WrongDelimiter("test.csv", ';', ','));
  }

  @Test
  void ten_thousand_columns_are_too_many() {
    String header = "c,".repeat(10_000) + "c";

    assertThat(problem(header + "\n").code()).isEqualTo("IMPORT_TOO_MANY_COLUMNS");
  }

  @Test
  void a_quote_that_never_closes_is_told_with_its_row() {
    try (TableReader table = open("id,name\n1,Acme\n2,\"Bolt\n3,Cog\n")) {
      table.next();
      ProblemException thrown = catchThrowableOfType(ProblemException.class, table::next);

      assertThat(thrown.problems()).containsExactly(new FileProblem.RowTooLong("test.csv", 2));
    }
  }

  @Test
  void a_cell_longer_than_the_limit_stops_the_file() {
    try (TableReader table = open("id,name\n1," + "x".repeat(3 << 20) + "\n")) {
      ProblemException thrown = catchThrowableOfType(ProblemException.class, table::next);

      assertThat(thrown.problems().getFirst().code()).isEqualTo("IMPORT_ROW_TOO_LONG");
    }
  }

  @Test
  void a_name_that_stands_twice_is_renamed_with_a_warning() {
    try (TableReader table = open("id,name,Name\n1,Acme,Bolt\n")) {
      assertThat(table.header()).containsExactly("id", "name", "Name (2)");
      assertThat(table.warnings())
          .containsExactly(new RowProblem.DuplicateColumn("test.csv", "Name", "Name (2)"));
    }
  }

  @Test
  void a_row_with_too_few_or_too_many_cells_is_ragged() {
    try (TableReader table = open("id,name\n1\n2,Acme,more\n3,Bolt,\n")) {
      assertThat(rowsAsTheyAre(table))
          .extracting(TableRow::ragged)
          .containsExactly(true, true, false);
    }
  }

  @Test
  void blank_lines_are_passed_over_and_not_counted() {
    try (TableReader table = open("id,name\n\n1,Acme\n , \n2,Bolt\n\n")) {
      assertThat(rowsAsTheyAre(table)).extracting(TableRow::number).containsExactly(1L, 2L);
    }
  }

  @Test
  void a_nul_character_is_taken_out_and_told() {
    try (TableReader table = open("id,name\n" + "1,Acme\n".repeat(100) + "2,Bo\0lt\n")) {
      TableRow last = rowsAsTheyAre(table).getLast();

      assertThat(last.cell(1)).isEqualTo("Bolt");
      assertThat(last.suspectColumn()).isEqualTo(1);
    }
  }

  private static TableFormat.Text text(TableReader table) {
    return (TableFormat.Text) table.format();
  }

  private static TableReader open(String text) {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TableReader open(byte[] bytes) {
    return TableReader.open(TableSource.of("test.csv", bytes), TableOptions.SNIFFED);
  }

  private static ImportProblem problem(String text) {
    return problem(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ImportProblem problem(byte[] bytes) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> open(bytes).close());
    return (ImportProblem) thrown.problems().getFirst();
  }

  private static List<String> cells(@Nullable TableRow row) {
    Objects.requireNonNull(row);
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < row.cellCount(); c++) {
      cells.add(row.cell(c));
    }
    return cells;
  }

  private static List<List<String>> rows(TableReader table) {
    return rowsAsTheyAre(table).stream().map(TableReaderTest::cells).toList();
  }

  private static List<TableRow> rowsAsTheyAre(TableReader table) {
    List<TableRow> rows = new ArrayList<>();
    for (TableRow row = table.next(); row != null; row = table.next()) {
      rows.add(row);
    }
    return rows;
  }
}
