package bailiwick.atlas.install;

import bailiwick.core.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A file as text, unzipped when it was gzipped.
 *
 * @param name for problems, without its folder
 * @param text without a byte order mark, not blank
 */
record SourceFile(String name, String text) {

  static SourceFile of(StoredFile stored) {
    byte[] bytes = stored.isGzip() ? unzipped(stored.bytes(), stored.name()) : stored.bytes();
    String text = text(bytes, stored.name());
    if (text.isBlank()) {
      throw ProblemException.of(new AtlasProblem.EmptyFile(stored.name()));
    }
    return new SourceFile(stored.name(), text);
  }

  private static byte[] unzipped(byte[] stored, String name) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      byte[] bytes = in.readNBytes(StoredFile.MAX_BYTES);
      if (in.read() < 0) {
        return bytes;
      }
    } catch (IOException broken) {
      throw ProblemException.of(new AtlasProblem.NotText(name));
    }
    throw ProblemException.of(new AtlasProblem.FileTooLarge(name));
  }

  private static String text(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw ProblemException.of(new AtlasProblem.NotText(name));
      }
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException binary) {
      throw ProblemException.of(new AtlasProblem.NotText(name));
    }
  }

  boolean isJson() {
    return text.stripLeading().startsWith("{");
  }
}
