package bailiwick.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files read by the command line without a server. */
class ImportOnFilesTest {

  private static final String KIND =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rejected_rows_are_written_with_the_reason() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("deals.csv"), "id,account,amount\n1,A,5\n2,A,many\n3,,=1+1\n");
    Path rejected = folder.resolve("rejected.csv");

    assertThat(run("import", "opportunities", file, "--check", "--rejected", rejected))
        .isEqualTo(ExitCode.PROBLEMS);

    assertThat(Files.readString(rejected))
        .isEqualTo(
            """
            row,column,value,reason,cell
            2,amount,many,The amount `many` is not a number of 0 or more.,
            3,account,,The account is blank.,
            3,amount,'=1+1,The amount `=1+1` is not a number of 0 or more.,
            """);
    assertThat(out.toString()).contains("3 rows, 1 accepted", "2 rejected");
  }

  @Test
  void good_rows_are_kept_only_when_asked_for() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "name,zip\nAcme,60614\n,60614\n");
    Path kept = folder.resolve("kept.csv");

    run("import", "accounts", file, "--out", kept);
    assertThat(kept).doesNotExist();

    run("import", "accounts", file, "--out", kept, "--good-rows-only");
    assertThat(Files.readString(kept)).contains("Acme").hasLineCount(2);
  }

  @Test
  void kept_rows_tell_all_that_their_file_told() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            "id,name,zip,website,phone,parent,beds\nA1,Acme,60614,acme.com,312 555 0100,A0,120\n");
    Path kept = folder.resolve("kept.csv");

    run("import", "accounts", file, "--measure", "beds=beds", "--out", kept);

    assertThat(Files.readString(kept))
        .contains(",website,phone,parent,changed,repaired,unread,imputed,beds\n")
        .endsWith(",acme.com,312 555 0100,A0,,,,,120\n");
  }

  @Test
  void a_wish_that_nobody_would_fulfil_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "name,zip\nAcme,60614\n");
    Path profile = folder.resolve("p.json");
    String server = "--server=http://127.0.0.1:1";

    assertThat(run("import", "accounts", file, server, "--key=k", "--save-profile", profile))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--save-profile writes down how a file was read here");

    assertThat(run("import", "accounts", file, server, "--key=k", "--check", "--dry-run"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("say one of them");
  }

  @Test
  void a_sheet_of_a_workbook_is_checked_and_its_problems_name_their_cells() throws IOException {
    Path file = workbook();

    assertThat(run("import", "opportunities", file, "--check")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString()).contains("sheet: Deals");
    assertThat(err.toString())
        .contains("in book.bin, sheet `Deals`, cell C3, column `amount`")
        .doesNotContain("Exception");
  }

  @Test
  void json_tells_sheet_and_cell() throws IOException {
    run("import", "opportunities", workbook(), "--check", "--json", "--sheet", "deals");

    assertThat(out.toString()).contains("\"sheet\" : \"Deals\"", "\"cell\" : \"C3\"");
  }

  @Test
  void a_sheet_that_is_not_there_is_told_with_those_that_are() throws IOException {
    assertThat(run("import", "opportunities", workbook(), "--check", "--sheet", "Leads"))
        .isEqualTo(ExitCode.PROBLEMS);

    assertThat(err.toString())
        .contains("The workbook `book.bin` has no sheet `Leads`.", "Its sheets are `Deals`.");
  }

  @Test
  void how_numbers_and_days_are_written_can_be_said() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("deals.csv"), "id,account,amount,opened\n1,A,\"1,234\",03/04/2026\n");

    run("import", "opportunities", file, "--check");
    assertThat(out.toString())
        .contains("amount ← amount (decimal point, assumed)")
        .contains("opened ← opened (month first, assumed)");

    run("import", "opportunities", file, "--check", "--decimal=comma", "--days=day-first");
    assertThat(out.toString())
        .contains("amount ← amount (decimal comma, said)")
        .contains("opened ← opened (day first, said)");

    run("import", "opportunities", file, "--check", "--decimal=semicolon");
    assertThat(err.toString())
        .contains("The setting `decimal` cannot be read from `semicolon`", "point or comma");
  }

  /** A workbook whose name does not say that it is one. */
  private Path workbook() throws IOException {
    Path file = folder.resolve("book.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\""
              + KIND
              + "\"><sheets><sheet name=\"Deals\" r:id=\"r\"/></sheets></workbook>");
      put(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "sheet.xml"));
      put(
          zip,
          "xl/sheet.xml",
          "<worksheet><sheetData>"
              + row("id", "account", "amount")
              + row("1", "A", "5")
              + row("2", "A", "many")
              + "</sheetData></worksheet>");
    }
    return file;
  }

  private static String row(String... cells) {
    return "<row><c t=\"str\"><v>"
        + String.join("</v></c><c t=\"str\"><v>", cells)
        + "</v></c></row>";
  }

  private static String relation(String kind, String target) {
    return "<Relationships><Relationship Id=\"r\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
        .formatted(KIND, kind, target);
  }

  private static void put(ZipOutputStream zip, String part, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(part));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private int run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }
}
