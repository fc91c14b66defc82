package bailiwick.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bailiwick.core.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Files that somebody made to hurt, or that broke on their way, end in a sentence. */
class HostileTablesTest {

  /** A line that never ends, made up while it is read. */
  private static final class EndlessLine extends InputStream {
    private long left;

    EndlessLine(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(length, left);
      Arrays.fill(buffer, from, from + read, (byte) 'x');
      left -= read;
      return read;
    }
  }

  @Test
  void a_single_line_of_64_megabytes_does_not_end() {
    assertThat(problem(line("", 64L << 20))).isEqualTo(new FileProblem.RowTooLong("line.csv", 0));
    assertThat(problem(line("id,name\n1,", 64L << 20)))
        .isEqualTo(new FileProblem.RowTooLong("line.csv", 1));
  }

  @Test
  @EnabledIfSystemProperty(named = "bailiwick.deep", matches = "true")
  void a_single_line_of_two_gigabytes_does_not_end() {
    assertThat(problem(line("", 2L << 30))).isEqualTo(new FileProblem.RowTooLong("line.csv", 0));
    assertThat(problem(line("id,name\n1,", 2L << 30)))
        .isEqualTo(new FileProblem.RowTooLong("line.csv", 1));
  }

  @Test
  void a_file_of_nothing_but_nul_is_binary() {
    assertThat(problem(source(new byte[1 << 20])))
        .isEqualTo(new FileProblem.BinaryFile("test.csv", "binary data"));
  }

  @Test
  void ten_thousand_cells_in_a_row_below_two_columns_are_ragged() {
    List<TableRow> rows = rows(text("id,name\n1,Acme\n" + "x,".repeat(10_000) + "\n2,Bolt\n"));

    assertThat(rows).extracting(TableRow::ragged).containsExactly(false, true, false);
  }

  @Test
  void a_million_cells_in_a_row_end_in_a_sentence() {
    assertThat(problem(text("id,name\n" + "x,".repeat(1_000_000))).code())
        .isEqualTo("IMPORT_ROW_TOO_LONG");
  }

  @Test
  void lines_in_two_encodings_are_read_and_the_odd_ones_told() {
    byte[] most = "id,name\n1,Zürich\n2,Köln\n".getBytes(StandardCharsets.UTF_8);
    byte[] one = "3,Göteborg\n".getBytes(Charset.forName("windows-1252"));

    List<TableRow> rows = rows(source(joined(most, one)));

    assertThat(rows).extracting(row -> row.cell(1)).startsWith("Zürich", "Köln");
    assertThat(rows).extracting(TableRow::suspectColumn).containsExactly(-1, -1, 1);
  }

  @Test
  void utf_16_that_ends_in_half_a_character_tells_its_last_cell() {
    byte[] whole = "\uFEFFid,name\n1,Zoë".getBytes(StandardCharsets.UTF_16LE);

    List<TableRow> rows = rows(source(Arrays.copyOf(whole, whole.length - 1)));

    assertThat(rows.getFirst().suspectColumn()).isEqualTo(1);
  }

  @Test
  void a_sheet_that_packs_too_well_is_refused_before_it_is_unpacked() {
    byte[] bomb = bomb(1L << 30);

    assertThat(bomb.length).isLessThan(2 << 20);
    ImportProblem problem = problem(source(bomb));
    assertThat(problem.code()).isEqualTo("IMPORT_OVERSIZED_WORKBOOK");
    assertThat(problem.message())
        .contains("more than 200 times its size in the part `xl/worksheets/sheet1.xml`");
  }

  @Test
  void an_archive_of_too_many_parts_is_refused_by_its_list() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int part = 0; part < 20_000; part++) {
        zip.putNextEntry(new ZipEntry("p" + part));
        zip.closeEntry();
      }
    }

    assertThat(problem(source(bytes.toByteArray())).message())
        .contains("20000 parts in a list of", "more than 10000 parts");
  }

  @Test
  void shared_texts_that_would_fill_the_memory_are_refused() {
    byte[] book = Book.drawn("id").shared("<t>" + "x".repeat((1 << 20) + 1) + "</t>").bytes();

    assertThat(problem(source(book)).message()).contains("a text of more than 1048576 characters");
  }

  @Test
  void a_long_text_that_every_cell_of_a_row_shares_is_refused_before_it_fills_the_memory() {
    String cells =
        IntStream.range(0, 16_000)
            .mapToObj(column -> "<c t=\"s\"><v>0</v></c>")
            .collect(Collectors.joining());
    Book book = Book.of("<row>" + cells + "</row>").shared("<t>" + "x".repeat(1 << 20) + "</t>");

    assertThat(problem(source(book.bytes())).message())
        .contains("a row of more than 8388608 characters");
  }

  @Test
  void a_cell_of_a_million_runs_is_read_once() {
    String runs = "<r><t>x</t></r>".repeat(1_000_000);
    Book book =
        Book.of(
            "<row>" + Book.text("A1", "id") + "</row>",
            "<row><c r=\"A2\" t=\"inlineStr\"><is>" + runs + "</is></c></row>");

    assertThat(rows(source(book.bytes())).getFirst().cell(0)).hasSize(1_000_000);
  }

  @Test
  void a_part_with_another_check_sum_is_damaged() {
    byte[] book = storedSheet("<row><c t=\"str\"><v>id</v></c></row>");
    byte[] forged = book.clone();
    int at = indexOf(forged, "<v>id</v>");
    forged[at + 3] = 'a';

    assertThat(rows(source(book))).isEmpty();
    assertThat(problem(source(forged)).message()).contains("differs from its check sum");
  }

  /** A workbook whose sheet is blanks only, packed a thousand to one. */
  private static byte[] bomb(long size) {
    byte[] empty = Book.drawn("id").bytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(empty));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().endsWith("sheet1.xml")) {
          byte[] blanks = new byte[1 << 20];
          Arrays.fill(blanks, (byte) ' ');
          for (long written = 0; written < size; written += blanks.length) {
            out.write(blanks);
          }
        } else {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A workbook whose parts are stored as they are, so that a byte can be changed in place. */
  private static byte[] storedSheet(String rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(Book.of(rows).bytes()));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry stored = new ZipEntry(part.getName());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(crc.getValue());
        out.putNextEntry(stored);
        out.write(content);
        out.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static TableSource line(String before, long length) {
    return new TableSource() {
      @Override
      public String name() {
        return "line.csv";
      }

      @Override
      public InputStream open() {
        return new SequenceInputStream(
            new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
            new EndlessLine(length));
      }
    };
  }

  private static TableSource text(String text) {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TableSource source(byte[] bytes) {
    return TableSource.of("test.csv", bytes);
  }

  private static ImportProblem problem(TableSource source) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> rows(source));
    return (ImportProblem) thrown.problems().getFirst();
  }

  private static List<TableRow> rows(TableSource source) {
    List<TableRow> rows = new ArrayList<>();
    try (TableReader table = TableReader.open(source, TableOptions.SNIFFED)) {
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
