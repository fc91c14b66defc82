package bailiwick.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bytes of a workbook with one sheet of texts. */
final class SheetFile {

  private static final String KIND =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private SheetFile() {}

  /** A sheet of lines, cells between commas. */
  static byte[] of(String sheet, String... lines) {
    StringBuilder rows = new StringBuilder();
    for (String line : lines) {
      rows.append("<row>");
      for (String cell : line.split(",", -1)) {
        rows.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
      }
      rows.append("</row>");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\""
              + KIND
              + "\"><sheets><sheet name=\""
              + sheet
              + "\" r:id=\"r\"/></sheets></workbook>");
      put(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "sheet.xml"));
      put(zip, "xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String relation(String kind, String target) {
    return "<Relationships><Relationship Id=\"r\" Type=\""
        + KIND
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static void put(ZipOutputStream zip, String part, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(part));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
