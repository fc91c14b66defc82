package bailiwick.intake.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other. Not thread-safe; made by {@link Workbook}. */
public final class SheetRows implements Closeable {

  /** Cells of the greatest length that a row has room for: shared texts cost nothing to repeat. */
  private static final long FULL_CELLS_A_ROW = 8;

  private final String sheet;
  private final PartStream bytes;
  private final XmlPull xml;
  private final SharedTexts shared;
  private final NumberFormats formats;
  private final CellNumbers numbers;
  private final long mostRowChars;

  private int row; // 1 for the first, 0 before it
  private String[] texts = new String[16]; // [column]
  private int columns; // up to the last that is not empty
  private BitSet typed = new BitSet();
  private int uncalculated;
  private long rowChars; // of all texts taken for the row

  private int column; // of the cell being read
  private @Nullable String type;
  private @Nullable String style;
  private @Nullable String value;
  private final StringBuilder runs = new StringBuilder(); // of a text written in the cell itself
  private boolean formula;
  private int phonetic;
  private boolean over;

  SheetRows(
      String sheet,
      PartStream bytes,
      WorkbookLimits limits,
      SharedTexts shared,
      NumberFormats formats,
      CellNumbers numbers)
      throws IOException {
    this.sheet = sheet;
    this.bytes = bytes;
    this.xml = new XmlPull(sheet, bytes, limits.maxCellChars());
    this.shared = shared;
    this.formats = formats;
    this.numbers = numbers;
    this.mostRowChars = FULL_CELLS_A_ROW * limits.maxCellChars();
  }

  /** Share of the sheet that was taken in so far, 0 to 1. */
  public double share() {
    return bytes.share();
  }

  /**
   * The next row with something in it, null after the last.
   *
   * @throws WorkbookException when the sheet cannot be read from here on
   */
  public @Nullable SheetRow next() throws IOException {
    for (var event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
      if (over) {
        continue; // to the end, where the check sum is compared
      }
      if (event == XmlPull.Event.START) {
        begin();
      } else if (xml.name().equals("sheetData")) {
        over = true; // what follows has rows and columns of its own: places of buttons, pictures
      } else if (xml.name().equals("row")) {
        if (columns > 0 || uncalculated >= 0) {
          return new SheetRow(row, Arrays.copyOf(texts, columns), typed, uncalculated);
        }
      } else {
        end();
      }
    }
    return null;
  }

  private void begin() throws WorkbookException {
    switch (xml.name()) {
      case "row" -> beginRow();
      case "c" -> beginCell();
      case "v" -> xml.collect();
      case "t" -> {
        if (phonetic == 0) {
          xml.collect();
        }
      }
      case "rPh" -> phonetic++;
      case "f" -> formula = true;
      default -> {}
    }
  }

  private void end() throws WorkbookException {
    switch (xml.name()) {
      case "c" -> endCell();
      case "v" -> value = taken(xml.text());
      case "t" -> {
        if (phonetic == 0) {
          runs.append(taken(xml.text()));
        }
      }
      case "rPh" -> phonetic--;
      default -> {}
    }
  }

  private void beginRow() throws WorkbookException {
    String number = xml.attribute("r");
    int next = number == null ? row + 1 : rowNumber(number);
    if (next <= row || next > CellAddress.MAX_ROWS) {
      throw damaged("row %s comes after row %s".formatted(next, row));
    }
    row = next;
    columns = 0;
    column = -1;
    typed = new BitSet();
    uncalculated = -1;
    rowChars = 0;
  }

  private String taken(String text) throws WorkbookException {
    requireRoom(text.length());
    return text;
  }

  private void requireRoom(int chars) throws WorkbookException {
    rowChars += chars;
    if (rowChars > mostRowChars) {
      throw new WorkbookException.Oversized(
          "a row of more than %s characters".formatted(mostRowChars));
    }
  }

  private int rowNumber(String number) throws WorkbookException {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException noNumber) {
      throw damaged("after row %s comes a row numbered `%s`".formatted(row, number));
    }
  }

  private void beginCell() throws WorkbookException {
    String address = xml.attribute("r");
    column = address == null ? column + 1 : CellAddress.column(address);
    if (column < 0 || column >= CellAddress.MAX_COLUMNS || row == 0) {
      throw damaged("a cell of row %s stands in no column of a sheet".formatted(row));
    }
    type = xml.attribute("t");
    style = xml.attribute("s");
    value = null;
    runs.setLength(0);
    formula = false;
  }

  private void endCell() throws WorkbookException {
    boolean isNumber = type == null || type.equals("n");
    String written = runs.isEmpty() ? value : runs.toString();
    if (written == null || written.isEmpty()) {
      // An empty text is a value of a formula; an empty number is one that was never worked out.
      if (formula && (written == null || isNumber) && uncalculated < 0) {
        uncalculated = column;
      }
      return;
    }
    put(isNumber ? numbers.text(written, formats.of(style)) : text(written));
    typed.set(column, isNumber || "d".equals(type));
  }

  private String text(String written) throws WorkbookException {
    return switch (String.valueOf(type)) {
      case "s" -> shared(written);
      case "str", "inlineStr" -> Escapes.resolved(written);
      case "b" -> written.equals("1") || written.equals("true") ? "TRUE" : "FALSE";
      case "e", "d" -> written;
      default -> throw damaged("the cell %s is of the unknown kind `%s`".formatted(here(), type));
    };
  }

  private String shared(String written) throws WorkbookException {
    try {
      int number = Integer.parseInt(written);
      if (number >= 0 && number < shared.size()) {
        requireRoom(shared.length(number));
        return shared.text(number);
      }
    } catch (NumberFormatException noNumber) {
      // told below, like a number beyond the texts
    }
    throw damaged(
        "the cell %s refers to the shared text `%s`; there are %s"
            .formatted(here(), written, shared.size()));
  }

  private void put(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (column >= texts.length) {
      texts = Arrays.copyOf(texts, Math.max(column + 1, 2 * texts.length));
    }
    for (int c = columns; c < column; c++) {
      texts[c] = "";
    }
    texts[column] = text;
    columns = Math.max(columns, column + 1);
  }

  private String here() {
    return CellAddress.of(column, row);
  }

  private WorkbookException damaged(String what) {
    return new WorkbookException.Damaged("in the sheet `%s` %s".formatted(sheet, what));
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
