package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table file row by row in bounded memory. Not thread-safe; close after use.
 *
 * <p>{@link #open} looks at all bytes once to decide compression, encoding and delimiter, and reads
 * the header. Files that are no table at all (empty, binary, cut short, no header) stop there with
 * a {@link ProblemException} of {@link ImportProblem}s, before a single row is handed out.
 */
public final class TableReader implements AutoCloseable {

  private final String file;
  private final TableFormat format;
  private final CountedBytes bytes;
  private final long totalBytes;
  private final CsvReader<String[]> csv;
  private final CloseableIterator<String[]> rows;
  private final List<String> header;
  private final List<ImportProblem> warnings;
  private long rowsRead;

  private TableReader(
      String file,
      TableFormat format,
      CountedBytes bytes,
      long totalBytes,
      CsvReader<String[]> csv) {
    this.file = file;
    this.format = format;
    this.bytes = bytes;
    this.totalBytes = totalBytes;
    this.csv = csv;
    this.rows = csv.iterator();
    this.warnings = new ArrayList<>();
    this.header = new ArrayList<>();
  }

  /**
   * Opens a table file and reads its header.
   *
   * @throws ProblemException when the file is empty, binary, damaged or without a header
   * @throws UncheckedIOException when the file cannot be opened
   */
  public static TableReader open(TableSource source, TableOptions options) {
    try {
      return openChecked(source, options);
    } catch (EOFException | ZipException cutShort) {
      throw ProblemException.of(new FileProblem.DamagedFile(source.name(), 0, reason(cutShort)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static TableReader openChecked(TableSource source, TableOptions options)
      throws IOException {
    String file = source.name();
    boolean gzip = isGzip(source);
    ByteScan scan = scan(source, gzip);
    if (scan.blank()) {
      throw ProblemException.of(new FileProblem.EmptyFile(file));
    }
    Encoding encoding = Encoding.of(file, scan);
    Charset charset = options.charset().orElse(encoding.charset());
    String sample = sampleText(scan, charset, encoding.markBytes());
    Optional<String> markup = Markup.kindOf(sample);
    if (markup.isPresent()) {
      throw ProblemException.of(new FileProblem.BinaryFile(file, markup.get()));
    }
    Optional<Character> told = toldDelimiter(sample);
    char delimiter = delimiter(file, scan, sample, options, told);
    requireColumns(file, sample, delimiter, options.maxColumns());
    TableFormat format = new TableFormat(delimiter, charset, encoding.markBytes() > 0, gzip);
    CountedBytes in = new CountedBytes(decompressed(source, gzip));
    in.skipNBytes(encoding.markBytes());
    CsvReader<String[]> csv =
        Csv.rows(new InputStreamReader(in, charset), delimiter, options.maxCellChars());
    TableReader reader = new TableReader(file, format, in, scan.bytes(), csv);
    try {
      reader.readHeader(told.isPresent(), options.maxColumns());
    } catch (ProblemException notATable) {
      reader.close();
      throw notATable;
    }
    return reader;
  }

  private static boolean isGzip(TableSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }
  }

  private static ByteScan scan(TableSource source, boolean gzip) throws IOException {
    try (InputStream in = decompressed(source, gzip)) {
      return ByteScan.of(in);
    }
  }

  private static InputStream decompressed(TableSource source, boolean gzip) throws IOException {
    InputStream in = source.open();
    return gzip ? new GZIPInputStream(in, 1 << 16) : new BufferedInputStream(in, 1 << 16);
  }

  private static String sampleText(ByteScan scan, Charset charset, int markBytes) {
    byte[] sample = scan.sample();
    return new String(sample, markBytes, sample.length - markBytes, charset);
  }

  /** The delimiter of a first line such as {@code sep=;}, which spreadsheets write and obey. */
  private static Optional<Character> toldDelimiter(String sample) {
    boolean told =
        sample.length() > 5
            && sample.toLowerCase(Locale.ROOT).startsWith("sep=")
            && (sample.charAt(5) == '\n' || sample.charAt(5) == '\r');
    return told ? Optional.of(sample.charAt(4)) : Optional.empty();
  }

  private static char delimiter(
      String file, ByteScan scan, String sample, TableOptions options, Optional<Character> told) {
    Optional<Character> fixed = options.delimiter().or(() -> told);
    var sniffer = new DelimiterSniffer(sample, scan.sample().length == ByteScan.SAMPLE_BYTES);
    Character sniffed = sniffer.sniff();
    char used = fixed.orElse(sniffed == null ? ',' : sniffed);
    if (sniffer.splitsHeader(used)) {
      return used;
    }
    Character likely = sniffed == null ? sniffer.sniffUnusual() : sniffed;
    if (likely != null) {
      throw ProblemException.of(new FileProblem.WrongDelimiter(file, used, likely));
    }
    return used;
  }

  private static void requireColumns(String file, String sample, char delimiter, int limit) {
    int end = sample.indexOf('\n');
    String firstLine = end < 0 ? sample : sample.substring(0, end);
    long columns = 1 + firstLine.chars().filter(c -> c == delimiter).count();
    if (columns > limit) {
      throw ProblemException.of(new FileProblem.TooManyColumns(file, (int) columns, limit));
    }
  }

  private void readHeader(boolean afterTold, int maxColumns) {
    String[] cells = nextCells();
    if (afterTold && cells != null) {
      cells = nextCells();
    }
    if (cells == null) {
      throw ProblemException.of(new FileProblem.EmptyFile(file));
    }
    if (cells.length > maxColumns) {
      throw ProblemException.of(new FileProblem.TooManyColumns(file, cells.length, maxColumns));
    }
    List<String> named = Arrays.stream(cells).map(String::strip).toList();
    if (named.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isLetter))) {
      throw ProblemException.of(new FileProblem.NoHeader(file, named.stream().limit(5).toList()));
    }
    nameColumns(named);
  }

  private void nameColumns(List<String> cells) {
    Set<String> taken = new HashSet<>();
    for (String cell : cells) {
      String plain = cell.isEmpty() ? "column " + (header.size() + 1) : cell;
      String name = plain;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = plain + " (" + n + ")";
      }
      if (!name.equals(plain)) {
        warnings.add(new RowProblem.DuplicateColumn(file, plain, name));
      }
      header.add(name);
    }
  }

  /** The file's name as shown in problems. */
  public String file() {
    return file;
  }

  /** How the file is written down. */
  public TableFormat format() {
    return format;
  }

  /** Names of the columns, each non-blank and different from the others, case ignored. */
  public List<String> header() {
    return List.copyOf(header);
  }

  /** What deserves a second look in the header, such as two columns of one name. */
  public List<ImportProblem> warnings() {
    return List.copyOf(warnings);
  }

  /** Share of the file that was taken in so far, 0 to 1; ahead of the rows by a buffer. */
  public double share() {
    return Math.min(1, bytes.count() / (double) totalBytes);
  }

  /**
   * The next row, null after the last. Rows whose cells are all blank are passed over.
   *
   * @throws ProblemException when the file cannot be read from here on
   */
  public @Nullable TableRow next() {
    String[] cells = nextCells();
    while (cells != null && isBlank(cells)) {
      cells = nextCells();
    }
    if (cells == null) {
      return null;
    }
    rowsRead++;
    return new TableRow(rowsRead, cells, header.size(), cleaned(cells));
  }

  private String @Nullable [] nextCells() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException broken) {
      throw ProblemException.of(parseProblem(broken));
    } catch (UncheckedIOException | NoSuchElementException cutShort) {
      throw ProblemException.of(new FileProblem.DamagedFile(file, rowsRead, reason(cutShort)));
    }
  }

  private ImportProblem parseProblem(CsvParseException broken) {
    if (broken.getCause() instanceof IOException cutShort) {
      return new FileProblem.DamagedFile(file, rowsRead, reason(cutShort));
    }
    return new FileProblem.RowTooLong(file, rowsRead + 1);
  }

  private static String reason(Exception exception) {
    String message = exception.getMessage();
    return message == null ? "it ends too early" : message;
  }

  private static boolean isBlank(String[] cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes NUL characters out, which no store takes, and returns the first column that had one or a
   * replacement character, or -1.
   */
  private static int cleaned(String[] cells) {
    int suspect = -1;
    for (int c = cells.length - 1; c >= 0; c--) {
      if (cells[c].indexOf('\0') >= 0) {
        cells[c] = cells[c].replace("\0", "");
        suspect = c;
      } else if (cells[c].indexOf('\uFFFD') >= 0) {
        suspect = c;
      }
    }
    return suspect;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
