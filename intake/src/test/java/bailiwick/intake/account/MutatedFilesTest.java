package bailiwick.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.core.fixture.Seeds;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.Book;
import bailiwick.intake.table.TableSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Good files with bytes changed at random: read, or told, and nothing in between. */
class MutatedFilesTest {

  private static final String TEXT =
      """
      id,name,city,state,zip,country,potential,employees
      A1,Acme,Chicago,IL,60614,US,"1,234.50",12
      A2,"Bolt ""& Sons"", Inc",Dallas,TX,75201,US,99,3
      A3,Zoë Größe,Evanston,IL,60201,US,1234,n/a
      A4,Dial,Plano,TX,75023,US,5,7
      """;

  private final List<Account> read = new ArrayList<>();

  @Test
  void mutated_text_is_read_or_told_and_the_counts_add_up() {
    byte[][] good = {
      TEXT.getBytes(StandardCharsets.UTF_8),
      TEXT.replace(',', ';').getBytes(StandardCharsets.UTF_16LE),
      ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8),
    };

    Seeds.check(
        400,
        (random, size) -> {
          byte[] file = mutated(good[random.nextInt(good.length)], random);
          ImportReport report = read("mutated.csv", file);
          assertThat((long) read.size()).isEqualTo(report.counts().accepted());
        });
  }

  /** Both carry check sums: what is read to its end is what was written. */
  @Test
  void mutated_workbooks_and_packed_text_are_read_as_they_were_or_not_to_their_end() {
    byte[] book = book().bytes();
    byte[] packed = gzipped(TEXT);
    List<Account> ofBook = accounts("good.xlsx", book);
    List<Account> ofText = accounts("good.csv.gz", packed);
    assertThat(ofBook).hasSize(3);
    assertThat(ofText).hasSize(4);

    Seeds.check(
        400,
        (random, size) -> {
          boolean sheet = random.nextInt(4) > 0;
          byte[] file = mutated(sheet ? book : packed, random);
          ImportReport report = read("mutated", file);
          if (report.complete()) {
            assertThat(read).isEqualTo(sheet ? ofBook : ofText);
          }
        });
  }

  /** What a program wrote wrongly carries the right check sums. */
  @Test
  void mutated_sheets_inside_an_intact_workbook_are_read_or_told() {
    Seeds.check(
        400,
        (random, size) -> {
          String[] parts = {
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels"
          };
          byte[] file =
              book().mutated(parts[random.nextInt(parts.length)], part -> mutated(part, random));
          ImportReport report = read("mutated.xlsx", file);
          assertThat((long) read.size()).isEqualTo(report.counts().accepted());
        });
  }

  private static Book book() {
    return Book.of(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                + Book.text("C1", "zip")
                + Book.text("D1", "potential")
                + "</row>",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c>"
                + Book.text("B2", "Acme")
                + Book.number("C2", "60614", 1)
                + Book.number("D2", "1234.5", 0)
                + "</row>",
            "<row r=\"3\">"
                + Book.text("A3", "A2")
                + Book.text("B3", "Bolt &amp; Sons")
                + Book.number("C3", "75201", 1)
                + "<c r=\"D3\"><f>1+1</f><v>2</v></c></row>",
            "<row r=\"5\">"
                + Book.text("A5", "A3")
                + Book.text("B5", "Zoë")
                + Book.number("C5", "2138", 1)
                + Book.text("D5", "1.234,50")
                + "</row>")
        .shared("<t>id</t>", "<t>name</t>", "<t>A1</t>")
        .formats("#0", "00000");
  }

  /** Some bytes changed, left out, put in or doubled, or the end cut off. */
  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(4);
    for (int t = 0; t < times && bytes.length > 0; t++) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), at);
            case 2 -> spliced(bytes, at, at, Math.max(0, at - random.nextInt(40)));
            default -> {
              bytes[at] = (byte) random.nextInt(256);
              yield bytes;
            }
          };
    }
    return bytes;
  }

  /** The bytes without those from one place to another, with those from a third up to it. */
  private static byte[] spliced(byte[] bytes, int from, int to, int doubledFrom) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.write(bytes, doubledFrom, from - doubledFrom);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static byte[] gzipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private List<Account> accounts(String name, byte[] file) {
    assertThat(read(name, file).complete()).isTrue();
    return List.copyOf(read);
  }

  private ImportReport read(String name, byte[] file) {
    read.clear();
    return AccountImport.with(Ground.ATLAS, ImportSettings.DEFAULT)
        .read(
            TableSource.of(name, file),
            MappingRequest.GUESSED,
            imported -> read.add(imported.account()));
  }
}
