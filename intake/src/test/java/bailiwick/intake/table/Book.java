package bailiwick.intake.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Draws a workbook part by part, as a test wants it and as no spreadsheet program would. */
public final class Book {

  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String settings = "";
  private int count;

  private Book() {}

  /** A workbook without a sheet yet. */
  static Book empty() {
    return new Book();
  }

  /** A workbook whose only sheet, named {@code Accounts}, has these rows as XML. */
  public static Book of(String... rows) {
    return new Book().sheet("Accounts", rows);
  }

  /** A workbook whose only sheet holds these texts, cells between bars. */
  public static Book drawn(String... lines) {
    String[] rows = new String[lines.length];
    for (int r = 0; r < lines.length; r++) {
      StringBuilder row = new StringBuilder("<row r=\"" + (r + 1) + "\">");
      String[] cells = lines[r].split("\\|", -1);
      for (int c = 0; c < cells.length; c++) {
        row.append(text((char) ('A' + c) + "" + (r + 1), cells[c].strip()));
      }
      rows[r] = row + "</row>";
    }
    return of(rows);
  }

  /** The XML of a cell with a text of its own. */
  public static String text(String address, String text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** The XML of a cell with a number in a style. */
  public static String number(String address, String number, int style) {
    return "<c r=\"" + address + "\" s=\"" + style + "\"><v>" + number + "</v></c>";
  }

  Book sheet(String name, String... rows) {
    return sheet(name, "", rows);
  }

  Book hiddenSheet(String name, String... rows) {
    return sheet(name, " state=\"hidden\"", rows);
  }

  private Book sheet(String name, String state, String... rows) {
    count++;
    sheets.append(
        "<sheet name=\""
            + name
            + "\" sheetId=\""
            + count
            + "\""
            + state
            + " r:id=\"r"
            + count
            + "\"/>");
    relate("r" + count, "worksheet", "worksheets/sheet" + count + ".xml");
    return part(
        "xl/worksheets/sheet" + count + ".xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet><sheetData>"
            + String.join("", rows)
            + "</sheetData></worksheet>");
  }

  public Book shared(String... texts) {
    relate("rs", "sharedStrings", "sharedStrings.xml");
    return part(
        "xl/sharedStrings.xml", "<sst><si>" + String.join("</si><si>", texts) + "</si></sst>");
  }

  /** Styles by their format codes: style 0 is the first. */
  public Book formats(String... codes) {
    StringBuilder formats = new StringBuilder("<numFmts>");
    StringBuilder styles = new StringBuilder("<cellXfs>");
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("#\\d+");
      int id = builtIn ? Integer.parseInt(codes[i].substring(1)) : 164 + i;
      if (!builtIn) {
        formats.append("<numFmt numFmtId=\"" + id + "\" formatCode=\"" + codes[i] + "\"/>");
      }
      styles.append("<xf numFmtId=\"" + id + "\"/>");
    }
    relate("rf", "styles", "styles.xml");
    return part(
        "xl/styles.xml",
        "<styleSheet>"
            + formats
            + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + styles
            + "</cellXfs></styleSheet>");
  }

  Book since1904() {
    settings = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  Book part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Book part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  private void relate(String id, String kind, String target) {
    relations.append(relation(id, OFFICE + "/" + kind, target));
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return zipped(all());
  }

  /** The file's bytes with one part changed, as a program that writes wrongly would. */
  public byte[] mutated(String part, UnaryOperator<byte[]> change) {
    Map<String, byte[]> all = all();
    all.computeIfPresent(part, (name, bytes) -> change.apply(bytes));
    return zipped(all);
  }

  private Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    put(
        all,
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "\">"
            + relation("r1", OFFICE + "/officeDocument", "xl/workbook.xml")
            + "</Relationships>");
    put(
        all,
        "xl/workbook.xml",
        "<workbook xmlns:r=\""
            + OFFICE
            + "\">"
            + settings
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    put(
        all,
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"" + PACKAGE + "\">" + relations + "</Relationships>");
    all.putAll(parts);
    return all;
  }

  private static void put(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
