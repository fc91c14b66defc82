package bailiwick.intake.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that cells of a workbook share, in order. Read once, then only asked.
 *
 * <p>Memory: the texts in UTF-8 and 12 bytes for each, against some 60 for a text of the JDK's.
 */
final class SharedTexts {

  /** No texts, for a workbook of numbers. */
  static final SharedTexts NONE = new SharedTexts();

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int BYTES_BESIDE = 12; // where a text stands and how long it is

  private final List<byte[]> blocks = new ArrayList<>();
  private long[] places = new long[64]; // [number] -> block in the high half, offset in the low one
  private int[] lengths = new int[64]; // [number] -> bytes
  private int size;
  private int free; // offset in the last block
  private long bytes;

  private SharedTexts() {}

  /** Reads the part that holds them; readings of phonetic scripts beside a text are left out. */
  static SharedTexts read(XmlPull xml, WorkbookLimits limits) throws IOException {
    SharedTexts texts = new SharedTexts();
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    for (var event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
      boolean starts = event == XmlPull.Event.START;
      switch (xml.name()) {
        case "si" -> {
          if (!starts) {
            texts.add(Escapes.resolved(text.toString()), limits);
          }
          text.setLength(0);
        }
        case "rPh" -> phonetic += starts ? 1 : -1;
        case "t" -> {
          if (starts) {
            xml.collect();
          } else if (phonetic == 0) {
            text.append(xml.text());
            requireShort(text, limits);
          }
        }
        default -> {}
      }
    }
    return texts;
  }

  private static void requireShort(StringBuilder text, WorkbookLimits limits)
      throws WorkbookException {
    if (text.length() > limits.maxCellChars()) {
      throw new WorkbookException.Oversized(
          "a text of more than %s characters".formatted(limits.maxCellChars()));
    }
  }

  private void add(String text, WorkbookLimits limits) throws WorkbookException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes += encoded.length + BYTES_BESIDE;
    if (bytes > limits.maxTextBytes()) {
      throw new WorkbookException.Oversized(
          "more than %s MiB of texts, the most that is held"
              .formatted(limits.maxTextBytes() >> 20));
    }
    if (blocks.isEmpty() || free + encoded.length > blocks.getLast().length) {
      blocks.add(new byte[Math.max(BLOCK_BYTES, encoded.length)]);
      free = 0;
    }
    System.arraycopy(encoded, 0, blocks.getLast(), free, encoded.length);
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
    }
    places[size] = ((long) (blocks.size() - 1) << 32) | free;
    lengths[size++] = encoded.length;
    free += encoded.length;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The bytes of a text, at least as many as it has characters. */
  int length(int number) {
    return lengths[number];
  }

  /** The text of a number from 0 to {@code size() - 1}. */
  String text(int number) {
    long place = places[number];
    return new String(
        blocks.get((int) (place >>> 32)), (int) place, lengths[number], StandardCharsets.UTF_8);
  }
}
