package bailiwick.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTableTest {

  @Test
  void a_sheet_is_read_like_a_text_file_of_the_same_cells() {
    byte[] text = "id,name,city\n1,Acme,Salem\n2,Bolt,\n".getBytes(StandardCharsets.UTF_8);
    byte[] sheet = Book.drawn("id|name|city", "1|Acme|Salem", "2|Bolt|").bytes();

    assertThat(rows(sheet)).isEqualTo(rows(text));
  }

  @Test
  void texts_are_shared_or_stand_in_their_cell_or_come_from_a_formula() {
    Book book =
        Book.of(
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><f>A1</f>"
                    + "<v>sum</v></c></row>",
                "<row><c t=\"s\"><v>2</v></c>"
                    + Book.text("B2", "a &amp; b &#x20AC;")
                    + "<c r=\"C2\"><f>1+1</f><v>2</v></c></row>")
            .shared("<t>id</t>", "<r><t>na</t></r><r><t>me</t></r>", "<t>_x0041__x000a_B</t>");

    assertThat(rows(book.bytes()))
        .containsExactly(List.of("id", "name", "sum"), List.of("A\nB", "a & b €", "2"));
  }

  @Test
  void readings_beside_a_text_are_no_part_of_it() {
    Book book =
        Book.of("<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>1</v></c></row>")
            .shared("<t>name</t>", "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>");

    assertThat(rows(book.bytes()).getLast()).containsExactly("東京");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#14            | 46112    | 2026-03-31",
        "#22            | 46112.75 | 2026-03-31T18:00:00",
        "dd.mm.yyyy     | 46112    | 2026-03-31",
        "[$-407]d. mmm yy | 46112  | 2026-03-31",
        "#14            | 59       | 1900-02-28",
        "#14            | 61       | 1900-03-01",
        "#14            | 1        | 1900-01-01",
        "h:mm           | 0.75     | 18:00:00",
        "[h]:mm         | 0.5      | 12:00:00",
        "#14            | -1       | -1",
        "#14            | 2958466  | 2958466",
        "#0             | 46112    | 46112",
        "#,##0.00       | 1234.5   | 1234.5",
        "0.00E+00       | 1234.5   | 1234.5",
        "0 &quot;days&quot; | 12   | 12",
        "[Red]0.0       | 12.5     | 12.5",
        "General        | 0.1      | 0.1",
        "General        | 0.30000000000000004 | 0.3",
        "General        | 1.5E-3   | 0.0015",
        "General        | 123456789012 | 123456789012",
        "00000          | 2138     | 02138",
      })
  void a_number_is_told_as_a_person_sees_it(String format, String number, String text) {
    Book book =
        Book.of(
                "<row>" + Book.text("A1", "value") + "</row>",
                "<row>" + Book.number("A2", number, 1) + "</row>")
            .formats("#0", format);

    assertThat(rows(book.bytes()).getLast()).containsExactly(text);
  }

  @Test
  void days_are_counted_from_1904_where_the_workbook_says_so() {
    Book book =
        Book.of(
                "<row>" + Book.text("A1", "on") + "</row>",
                "<row>" + Book.number("A2", "44650", 0) + "</row>")
            .formats("#14")
            .since1904();

    assertThat(rows(book.bytes()).getLast()).containsExactly("2026-03-31");
  }

  @Test
  void numbers_that_are_none_stay_as_they_are_written() {
    assertThat(
            rows(Book.of(
                        "<row>" + Book.text("A1", "n") + "</row>",
                        "<row><c r=\"A2\"><v>1e999999999</v></c></row>")
                    .bytes())
                .getLast())
        .containsExactly("1e999999999");
  }

  @Test
  void truth_errors_and_iso_days_are_texts() {
    Book book =
        Book.of(
            "<row>" + Book.text("A1", "a") + Book.text("B1", "b") + Book.text("C1", "c") + "</row>",
            "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c>"
                + "<c t=\"d\"><v>2026-03-31</v></c></row>");

    assertThat(rows(book.bytes()).getLast()).containsExactly("TRUE", "#REF!", "2026-03-31");
  }

  @Test
  void only_numbers_and_days_are_typed() {
    try (TableReader table =
        open(
            Book.of(
                    "<row>" + Book.text("A1", "a") + Book.text("B1", "b") + "</row>",
                    "<row>" + Book.text("A2", "1.234") + Book.number("B2", "1.234", 0) + "</row>")
                .bytes())) {
      TableRow row = Objects.requireNonNull(table.next());

      assertThat(row.typed(0)).isFalse();
      assertThat(row.typed(1)).isTrue();
    }
  }

  @Test
  void cells_stand_in_the_column_that_their_address_names() {
    Book book =
        Book.of(
            "<row r=\"3\">" + Book.text("B3", "id") + Book.text("D3", "name") + "</row>",
            "<row r=\"7\">" + Book.text("D7", "Acme") + "</row>",
            "<row r=\"9\"><c r=\"B9\"/></row>",
            "<row r=\"10\">" + Book.text("B10", "2") + "</row>");

    assertThat(rows(book.bytes()))
        .containsExactly(
            List.of("column 1", "id", "column 3", "name"),
            List.of("", "", "", "Acme"),
            List.of("", "2", "", ""));
  }

  @Test
  void short_rows_of_a_sheet_are_not_ragged_and_cells_beyond_the_header_are_told() {
    try (TableReader table = open(Book.drawn("id|name", "1", "2|Bolt|note").bytes())) {
      TableRow first = Objects.requireNonNull(table.next());
      TableRow second = Objects.requireNonNull(table.next());

      assertThat(first.ragged()).isFalse();
      assertThat(first.cell(1)).isEmpty();
      assertThat(second.ragged()).isFalse();
      assertThat(second.firstBeyond()).isEqualTo(2);
    }
  }

  @Test
  void a_formula_without_a_value_is_told() {
    Book book =
        Book.of(
            "<row>" + Book.text("A1", "id") + Book.text("B1", "sum") + "</row>",
            "<row>" + Book.text("A2", "1") + "<c r=\"B2\"><f>SUM(C1:C9)</f></c></row>");

    try (TableReader table = open(book.bytes())) {
      assertThat(Objects.requireNonNull(table.next()).uncalculatedColumn()).isEqualTo(1);
    }
  }

  @Test
  void a_formula_whose_number_is_blank_was_never_worked_out_and_one_whose_text_is_blank_was() {
    Book book =
        Book.of(
            "<row>" + Book.text("A1", "id") + Book.text("B1", "sum") + "</row>",
            "<row>" + Book.text("A2", "1") + "<c r=\"B2\"><f>SUM(C1:C9)</f><v/></c></row>",
            "<row>" + Book.text("A3", "2") + "<c r=\"B3\" t=\"str\"><f>T(C1)</f><v></v></c></row>");

    try (TableReader table = open(book.bytes())) {
      assertThat(Objects.requireNonNull(table.next()).uncalculatedColumn()).isEqualTo(1);
      assertThat(Objects.requireNonNull(table.next()).uncalculatedColumn()).isNegative();
    }
  }

  @Test
  void half_a_character_becomes_the_replacement_character_in_headers_and_cells() {
    Book book =
        Book.of(
            "<row>" + Book.text("A1", "na_xD800_me") + "</row>",
            "<row>" + Book.text("A2", "A_xD800_B") + "</row>");

    assertThat(rows(book.bytes())).containsExactly(List.of("na\uFFFDme"), List.of("A\uFFFDB"));
  }

  @Test
  void a_problem_of_a_sheet_is_told_with_its_cell() {
    try (TableReader table =
        open(
            Book.of(
                    "<row r=\"4\">" + Book.text("A4", "id") + Book.text("B4", "name") + "</row>",
                    "<row r=\"6\">" + Book.text("B6", "Acme") + "</row>")
                .bytes())) {
      TableRow row = Objects.requireNonNull(table.next());
      var blank = new RowProblem.MissingValue("test.xlsx", row.number(), "id", "id");

      assertThat(table.located(blank, row).place())
          .isEqualTo(new Place.InSheet("test.xlsx", "Accounts", "A6", 1, "id"));
    }
  }

  @Test
  void the_first_sheet_is_the_one_that_a_person_sees_first() {
    byte[] book = Book.of("<row>" + Book.text("A1", "late") + "</row>").bytes();
    byte[] hidden = twoSheets().bytes();

    assertThat(rows(book).getFirst()).containsExactly("late");
    assertThat(rows(hidden).getFirst()).containsExactly("id");
  }

  @Test
  void a_sheet_is_chosen_by_its_name_whatever_its_case() {
    try (TableReader table =
        TableReader.open(
            TableSource.of("test.xlsx", twoSheets().bytes()),
            TableOptions.SNIFFED.withSheet("lists"))) {
      assertThat(table.header()).containsExactly("kind");
      assertThat(table.format())
          .isEqualTo(new TableFormat.Sheet("Lists", List.of("Lists", "Customers")));
    }
  }

  @Test
  void a_sheet_that_is_not_there_is_told_with_those_that_are() {
    assertThat(problem(twoSheets().bytes(), TableOptions.SNIFFED.withSheet("Kunden")))
        .isEqualTo(
            new FileProblem.UnknownSheet("test.xlsx", "Kunden", List.of("Lists", "Customers")));
  }

  @Test
  void a_text_file_has_no_sheets() {
    byte[] text = "id,name\n1,Acme\n".getBytes(StandardCharsets.UTF_8);

    assertThat(problem(text, TableOptions.SNIFFED.withSheet("Kunden")).message())
        .isEqualTo("The file `test.xlsx` is no workbook, so it has no sheet `Kunden`.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "word/document.xml | a Word document",
        "ppt/presentation.xml | a PowerPoint presentation",
        "xl/workbook.bin | a binary Excel workbook (.xlsb)",
      })
  void other_office_files_are_named(String main, String kind) {
    String relations =
        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\""
            + main
            + "\"/></Relationships>";

    assertThat(problem(zip(Map.of("_rels/.rels", relations, main, "<x/>"))))
        .isEqualTo(new FileProblem.BinaryFile("test.xlsx", kind));
  }

  @Test
  void other_archives_are_named() {
    assertThat(problem(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))))
        .isEqualTo(new FileProblem.BinaryFile("test.xlsx", "an OpenDocument file"));
    assertThat(problem(zip(Map.of("accounts.csv", "id,name"))))
        .isEqualTo(new FileProblem.BinaryFile("test.xlsx", "a zip archive without a workbook"));
  }

  @Test
  void old_workbooks_and_those_with_a_password_are_told_apart() {
    byte[] old = new byte[4_096];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
    byte[] locked = old.clone();
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, locked, 1_024, name.length);

    assertThat(problem(old).message()).contains("an old Excel workbook (.xls)");
    assertThat(problem(locked).message()).contains("an Excel workbook with a password");
  }

  @Test
  void a_sheet_of_ten_thousand_columns_has_too_many() {
    String cells =
        IntStream.range(0, 10_000)
            .mapToObj(c -> "<c t=\"str\"><v>c</v></c>")
            .collect(Collectors.joining());

    assertThat(problem(Book.of("<row>" + cells + "</row>").bytes()))
        .isEqualTo(new FileProblem.TooManyColumns("test.xlsx", 10_000, 2_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row><c r=\"1\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>2000000000</v></c></row>",
        "<row><c t=\"s\"><v>-1</v></c></row>",
        "<row><c t=\"q\"><v>1</v></c></row>",
        "<row r=\"9\"/><row r=\"3\"/>",
        "<row r=\"2000000\"/>",
        "<row r=\"many\"/>",
        "<row><c></row></c>",
        "<row><c><v>&bomb;</v></c></row>",
        "<c><v>1</v></c>",
        "<row",
        "<row a='",
        "</sheetData></worksheet></x>",
      })
  void what_no_spreadsheet_writes_is_told_and_never_guessed(String rows) {
    byte[] book = Book.of(rows).shared("<t>id</t>").bytes();

    assertThat(problem(book)).isInstanceOf(FileProblem.DamagedFile.class);
  }

  @Test
  void entities_of_a_document_type_are_never_looked_at() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><worksheet><sheetData><row><c t=\"str\">"
            + "<v>&a;</v></c></row></sheetData></worksheet>";

    assertThat(problem(Book.of().part("xl/worksheets/sheet1.xml", bomb).bytes()).message())
        .contains("it has a document type, which no workbook has");
  }

  @Test
  void elements_are_nested_only_so_deep() {
    assertThat(problem(Book.of("<a>".repeat(100_000)).bytes()).message())
        .contains("nested more than 64 deep");
  }

  @Test
  void a_tag_is_only_so_long() {
    assertThat(problem(Book.of("<row r=\"" + "1".repeat(1 << 20) + "\"/>").bytes()).message())
        .contains("a tag is longer than 65536 characters");
  }

  @Test
  void comments_and_instructions_are_passed_over() {
    Book book =
        Book.of(
            "<!-- <row> --- --><?app do?><row>" + Book.text("A1", "id") + "</row>",
            "<row><c t=\"str\"><v><![CDATA[a<b]]]]></v></c></row>");

    assertThat(rows(book.bytes()).getLast()).containsExactly("a<b]]");
  }

  @Test
  void a_sheet_in_another_encoding_is_read() {
    String sheet =
        "\uFEFF<worksheet><sheetData><row>"
            + Book.text("A1", "Größe")
            + "</row></sheetData></worksheet>";

    assertThat(
            rows(
                Book.of()
                    .part("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_16LE))
                    .bytes()))
        .containsExactly(List.of("Größe"));
  }

  @Test
  void places_of_buttons_below_the_data_are_no_rows() {
    String sheet =
        "<worksheet><sheetData><row r=\"1048576\">"
            + Book.text("A1048576", "id")
            + "</row></sheetData><controls><from><xdr:row>3</xdr:row></from></controls></worksheet>";

    assertThat(rows(Book.of().part("xl/worksheets/sheet1.xml", sheet).bytes()))
        .containsExactly(List.of("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".0", "no-such-encoding", "-"})
  void an_encoding_that_nobody_knows_is_read_as_the_usual_one(String name) {
    String sheet =
        "<?xml version=\"1.0\" encoding=\"%s\"?><worksheet><sheetData><row>%s</row></sheetData></worksheet>"
            .formatted(name, Book.text("A1", "Größe"));

    assertThat(rows(Book.of().part("xl/worksheets/sheet1.xml", sheet).bytes()))
        .containsExactly(List.of("Größe"));
  }

  @Test
  void a_part_that_is_named_and_missing_is_told() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/>"
            .concat("</Relationships>")
            .getBytes(StandardCharsets.UTF_8));

    assertThat(problem(Book.zipped(parts)).message()).contains("is missing");
  }

  @Test
  void every_cut_of_a_workbook_is_damaged() {
    byte[] whole = Book.drawn("id|name", "1|Acme").bytes();

    for (int length = 4; length < whole.length; length++) {
      assertThat(problem(Arrays.copyOf(whole, length)))
          .as("cut to %s of %s bytes", length, whole.length)
          .isInstanceOf(FileProblem.DamagedFile.class);
    }
  }

  @Test
  void a_sheet_without_a_cell_is_empty() {
    assertThat(problem(Book.of("<row r=\"1\"/>").bytes()))
        .isEqualTo(new FileProblem.EmptyFile("test.xlsx"));
  }

  @Test
  void a_million_empty_rows_are_passed_over() {
    String empty =
        IntStream.range(2, 1_000_002)
            .mapToObj(row -> "<row r=\"" + row + "\"/>")
            .collect(Collectors.joining());
    Book book =
        Book.of(
            "<row r=\"1\">" + Book.text("A1", "id") + "</row>",
            empty,
            "<row r=\"1000002\">" + Book.text("A1000002", "last") + "</row>");

    assertThat(rows(book.bytes())).containsExactly(List.of("id"), List.of("last"));
  }

  private static Book twoSheets() {
    return Book.empty()
        .hiddenSheet("Lists", "<row>" + Book.text("A1", "kind") + "</row>")
        .sheet("Customers", "<row>" + Book.text("A1", "id") + "</row>");
  }

  private static byte[] zip(Map<String, String> parts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return Book.zipped(bytes);
  }

  private static TableReader open(byte[] bytes) {
    return TableReader.open(TableSource.of("test.xlsx", bytes), TableOptions.SNIFFED);
  }

  private static ImportProblem problem(byte[] bytes) {
    return problem(bytes, TableOptions.SNIFFED);
  }

  /** The problem that opening a table or reading it to its end meets. */
  private static ImportProblem problem(byte[] bytes, TableOptions options) {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> {
              try (TableReader table =
                  TableReader.open(TableSource.of("test.xlsx", bytes), options)) {
                for (TableRow row = table.next(); row != null; row = table.next()) {
                  assertThat(row.number()).isPositive();
                }
              }
            });
    return (ImportProblem) thrown.problems().getFirst();
  }

  /** The header and all rows, each as wide as the header. */
  private static List<List<String>> rows(byte[] bytes) {
    List<List<String>> rows = new ArrayList<>();
    try (TableReader table = open(bytes)) {
      rows.add(table.header());
      for (TableRow row = table.next(); row != null; row = table.next()) {
        TableRow each = row;
        rows.add(IntStream.range(0, table.header().size()).mapToObj(each::cell).toList());
      }
    }
    return rows;
  }
}
