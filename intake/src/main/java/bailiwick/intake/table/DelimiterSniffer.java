package bailiwick.intake.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands between the cells of a table: the candidate that splits the header into at
 * least two cells and the most rows into as many.
 */
final class DelimiterSniffer {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final char[] UNUSUAL = {':', '^', '~', '#', '!', '\u0001', '\u001f'};
  private static final int SAMPLE_ROWS = 50;

  private final String text; // a sample, without its last line when that is cut

  DelimiterSniffer(String sample, boolean cut) {
    int end = cut ? Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r')) : -1;
    this.text = end > 0 ? sample.substring(0, end) : sample;
  }

  /** The delimiter among comma, semicolon, tab and bar; null when none splits the header. */
  @Nullable Character sniff() {
    return best(CANDIDATES);
  }

  /** A delimiter that tables seldom have, and that this one seems to; null when none. */
  @Nullable Character sniffUnusual() {
    return best(UNUSUAL);
  }

  /** Whether a delimiter splits the header into at least two cells. */
  boolean splitsHeader(char delimiter) {
    return score(delimiter).isPresent();
  }

  private @Nullable Character best(char[] candidates) {
    Character best = null;
    double bestScore = 0;
    for (char candidate : candidates) {
      double score = score(candidate).orElse(0);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  /** Cells in the header times the share of rows with as many; empty when it has only one. */
  private OptionalDouble score(char delimiter) {
    List<Integer> counts = cellCounts(delimiter);
    if (counts.isEmpty() || counts.getFirst() < 2) {
      return OptionalDouble.empty();
    }
    int cells = counts.getFirst();
    long alike = counts.stream().filter(count -> count == cells).count();
    return OptionalDouble.of(cells * (double) alike / counts.size());
  }

  private List<Integer> cellCounts(char delimiter) {
    List<Integer> counts = new ArrayList<>();
    var rows = Csv.rows(new StringReader(text), delimiter, ByteScan.SAMPLE_BYTES).iterator();
    try {
      while (counts.size() < SAMPLE_ROWS && rows.hasNext()) {
        counts.add(rows.next().length);
      }
    } catch (CsvParseException inQuotes) {
      return counts; // a sample may end inside quotes; what was counted before still tells
    }
    return counts;
  }
}
