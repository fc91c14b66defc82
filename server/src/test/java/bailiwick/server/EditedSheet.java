package bailiwick.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook for managers as it comes back. */
final class EditedSheet {

  private EditedSheet() {}

  /** The workbook with another territory in the last cell of an account's row. */
  static byte[] moved(byte[] file, String account, String from, String to) throws IOException {
    return edited(file, xml -> moved(xml, account, from, to));
  }

  /** The sheet's text with the last cell of an account's row changed, as a person would. */
  private static String moved(String xml, String account, String from, String to) {
    int row = xml.indexOf(">" + account + "</t>");
    int end = xml.indexOf("</row>", row);
    int cell = xml.lastIndexOf(">" + from + "<", end);
    return row < 0 || cell < row
        ? xml
        : xml.substring(0, cell + 1) + to + xml.substring(cell + 1 + from.length());
  }

  private static byte[] edited(byte[] file, UnaryOperator<String> edit) throws IOException {
    Path sent = Files.write(Files.createTempFile("sent", ".xlsx"), file);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(sent.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            (entry.getName().endsWith("sheet2.xml") ? edit.apply(text) : text)
                .getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(sent);
    }
    return bytes.toByteArray();
  }
}
