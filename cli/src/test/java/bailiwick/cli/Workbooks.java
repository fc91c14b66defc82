package bailiwick.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Edits workbooks of scenarios as a person would in a spreadsheet. */
final class Workbooks {

  private static final String ACCOUNTS = "xl/worksheets/sheet2.xml";

  private Workbooks() {}

  /** Writes a copy in which the last cell of an account's row says something else. */
  static void edit(Path from, Path to, String account, String text) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().equals(ACCOUNTS) ? edited(bytes, account, text) : bytes);
      }
    }
  }

  /** What the last cell of an account's row says. */
  static String territoryOf(Path workbook, String account) throws IOException {
    try (ZipFile in = new ZipFile(workbook.toFile())) {
      String xml =
          new String(
              in.getInputStream(in.getEntry(ACCOUNTS)).readAllBytes(), StandardCharsets.UTF_8);
      int end = lastCellEnd(xml, account);
      return xml.substring(xml.lastIndexOf('>', end - 1) + 1, end);
    }
  }

  private static byte[] edited(byte[] bytes, String account, String text) {
    String xml = new String(bytes, StandardCharsets.UTF_8);
    int end = lastCellEnd(xml, account);
    int start = xml.lastIndexOf('>', end - 1) + 1;
    return (xml.substring(0, start) + text + xml.substring(end)).getBytes(StandardCharsets.UTF_8);
  }

  private static int lastCellEnd(String xml, String account) {
    int name = xml.indexOf(">" + account + "</t>");
    if (name < 0) {
      throw new IllegalArgumentException("The workbook has no account " + account + ".");
    }
    return xml.lastIndexOf("</t>", xml.indexOf("</row>", name));
  }
}
