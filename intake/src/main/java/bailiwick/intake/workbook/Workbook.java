package bailiwick.intake.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A workbook file as Excel 2007 and later write it. Not thread-safe; close after use.
 *
 * <p>Only the texts that cells share are held in memory; rows are streamed. Whatever somebody put
 * into the file, memory stays within {@link WorkbookLimits}, and what cannot be read is told by a
 * {@link WorkbookException}.
 *
 * <p>Known limits: values of formulas are those that the file keeps; nothing is calculated. Binary
 * workbooks (.xlsb), old ones (.xls) and encrypted ones are told apart, not read.
 */
public final class Workbook implements Closeable {

  private static final int MOST_SHEETS = 10_000;

  /** A sheet with cells, and the part that holds them. */
  private record Sheet(String name, String part, boolean hidden) {}

  private final Archive archive;
  private final WorkbookLimits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private CellNumbers numbers = new CellNumbers(false);
  private NumberFormats formats = NumberFormats.NONE;
  private SharedTexts texts = SharedTexts.NONE;

  private Workbook(Archive archive, WorkbookLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * Opens a workbook: its list of sheets, its styles and the texts that cells share are read.
   *
   * @throws WorkbookException when the file is no workbook, too large or damaged
   * @throws IOException when it cannot be opened at all
   */
  public static Workbook open(Path file, WorkbookLimits limits) throws IOException {
    Archive archive = Archive.open(file, limits);
    try {
      Workbook workbook = new Workbook(archive, limits);
      workbook.read();
      return workbook;
    } catch (IOException | RuntimeException unreadable) {
      archive.close();
      throw unreadable;
    }
  }

  private void read() throws IOException {
    String main = mainPart();
    Relations relations = Relations.of(main, archive);
    readSheets(main, relations);
    Optional<String> styles = relations.findKind("styles");
    if (styles.isPresent()) {
      try (XmlPull xml = archive.openXml(styles.get())) {
        formats = NumberFormats.read(xml);
      }
    }
    Optional<String> shared = relations.findKind("sharedStrings");
    if (shared.isPresent()) {
      try (XmlPull xml = archive.openXml(shared.get())) {
        texts = SharedTexts.read(xml, limits);
      }
    }
  }

  private String mainPart() throws IOException {
    String type = archive.beginning("mimetype");
    if (type.startsWith("application/vnd.oasis.opendocument.")) {
      throw new WorkbookException.Foreign("an OpenDocument file");
    }
    if (!archive.has("_rels/.rels")) {
      throw new WorkbookException.Foreign("a zip archive without a workbook");
    }
    String main = Relations.of("", archive).findKind("officeDocument").orElse("");
    String kind = main.toLowerCase(Locale.ROOT);
    if (kind.endsWith(".bin")) {
      throw new WorkbookException.Foreign("a binary Excel workbook (.xlsb)");
    }
    if (kind.startsWith("word/")) {
      throw new WorkbookException.Foreign("a Word document");
    }
    if (kind.startsWith("ppt/")) {
      throw new WorkbookException.Foreign("a PowerPoint presentation");
    }
    if (main.isEmpty()) {
      throw new WorkbookException.Foreign("a zip archive without a workbook");
    }
    return main;
  }

  private void readSheets(String main, Relations relations) throws IOException {
    try (XmlPull xml = archive.openXml(main)) {
      boolean first = true;
      for (var event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
        if (first && !xml.name().equals("workbook")) {
          throw new WorkbookException.Foreign("an Office file without a workbook");
        }
        first = false;
        if (event == XmlPull.Event.START) {
          readSetting(xml, relations);
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new WorkbookException.Foreign("a workbook without a sheet of cells");
    }
  }

  private void readSetting(XmlPull xml, Relations relations) throws IOException {
    if (xml.name().equals("workbookPr")) {
      String since1904 = Objects.requireNonNullElse(xml.attribute("date1904"), "");
      numbers = new CellNumbers(since1904.equals("1") || since1904.equals("true"));
    } else if (xml.name().equals("sheet")) {
      String name = Objects.requireNonNullElse(xml.attribute("name"), "");
      String id = Objects.requireNonNullElse(xml.attribute("id"), "");
      boolean hidden = xml.attribute("state") != null && !"visible".equals(xml.attribute("state"));
      Relations.Relation cells =
          relations
              .find(id)
              .orElseThrow(() ->
                  new WorkbookException.Damaged(
                      "the sheet `%s` refers to no part".formatted(name)));
      if (cells.kind().equals("worksheet") && sheets.size() < MOST_SHEETS) {
        sheets.add(new Sheet(name, cells.part(), hidden));
      }
    }
  }

  /** Names of the sheets that have cells, in order; at least one. */
  public List<String> sheets() {
    return sheets.stream().map(Sheet::name).toList();
  }

  /** The sheet that a person sees first: the first that is not hidden. */
  public String firstSheet() {
    return sheets.stream()
        .filter(sheet -> !sheet.hidden)
        .findFirst()
        .orElse(sheets.getFirst())
        .name();
  }

  /**
   * Opens the rows of a sheet.
   *
   * @param name one of {@link #sheets()}
   */
  public SheetRows open(String name) throws IOException {
    Sheet sheet =
        sheets.stream()
            .filter(each -> each.name.equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no sheet " + name));
    return new SheetRows(name, archive.open(sheet.part), limits, texts, formats, numbers);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
