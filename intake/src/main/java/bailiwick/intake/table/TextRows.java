package bailiwick.intake.table;

import bailiwick.core.problem.ProblemException;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Rows of delimited text. */
final class TextRows implements TableRows {

  private final String file;
  private final TableFormat.Text format;
  private final CountedBytes bytes;
  private final long totalBytes;
  private final CsvReader<String[]> csv;
  private final CloseableIterator<String[]> rows;

  private TextRows(
      String file,
      TableFormat.Text format,
      CountedBytes bytes,
      long totalBytes,
      CsvReader<String[]> csv) {
    this.file = file;
    this.format = format;
    this.bytes = bytes;
    this.totalBytes = totalBytes;
    this.csv = csv;
    this.rows = csv.iterator();
  }

  /** Looks at all bytes once, decides compression, encoding and delimiter, and opens the rows. */
  static TextRows open(TableSource source, TableOptions options) throws IOException {
    String file = source.name();
    if (options.sheet().isPresent()) {
      throw ProblemException.of(new FileProblem.UnknownSheet(file, options.sheet().get()));
    }
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
    var format = new TableFormat.Text(delimiter, charset, encoding.markBytes() > 0, gzip);
    CountedBytes in = new CountedBytes(decompressed(source, gzip));
    in.skipNBytes(encoding.markBytes());
    CsvReader<String[]> csv =
        Csv.rows(new InputStreamReader(in, charset), delimiter, options.maxCellChars());
    TextRows rows = new TextRows(file, format, in, scan.bytes(), csv);
    if (told.isPresent()) {
      rows.next(0); // the line that tells the delimiter is no row
    }
    return rows;
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

  @Override
  public TableFormat.Text format() {
    return format;
  }

  @Override
  public double share() {
    return Math.min(1, bytes.count() / (double) totalBytes);
  }

  @Override
  public @Nullable Cells next(long rowsRead) {
    try {
      return rows.hasNext() ? Cells.ofText(rows.next()) : null;
    } catch (CsvParseException broken) {
      throw ProblemException.of(parseProblem(broken, rowsRead));
    } catch (UncheckedIOException | NoSuchElementException cutShort) {
      throw ProblemException.of(
          new FileProblem.DamagedFile(file, rowsRead, TableReader.reason(cutShort)));
    }
  }

  private ImportProblem parseProblem(CsvParseException broken, long rowsRead) {
    if (broken.getCause() instanceof IOException cutShort) {
      return new FileProblem.DamagedFile(file, rowsRead, TableReader.reason(cutShort));
    }
    return new FileProblem.RowTooLong(file, rowsRead + 1);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
