package bailiwick.intake.account;

import bailiwick.intake.mapping.CellText;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.Imputation;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fills blank amounts by what was learnt in a pass over the whole file. Immutable once learnt.
 *
 * <p>Memory: 8 bytes for each value of a column that a median is taken of, until it is learnt.
 */
final class Imputer {

  /** What a blank is filled with, in hundredths, and where that comes from. */
  record Filled(long hundredths, String basis) {}

  private static final class Values {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    /** The middle value, or the mean of the middle two, rounded half up. */
    long median() {
      long[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      long upper = sorted[size / 2];
      return size % 2 == 1 ? upper : Math.floorDiv(sorted[size / 2 - 1] + upper + 1, 2);
    }
  }

  private static final class Learnt {
    private final Values all = new Values();
    private final Map<String, Values> byGroup = new HashMap<>();
    private @Nullable Long median;
    private final Map<String, Long> medianOf = new HashMap<>();

    void close() {
      median = all.size == 0 ? null : all.median();
      byGroup.forEach((group, values) -> medianOf.put(group, values.median()));
      byGroup.clear();
    }
  }

  private final ColumnMapping mapping;
  private final Map<String, Imputation> imputations = new LinkedHashMap<>(); // amount -> how
  private final Map<String, Learnt> learnt = new HashMap<>(); // amount -> medians

  Imputer(ColumnMapping mapping, List<Imputation> imputations) {
    this.mapping = mapping;
    imputations.forEach(imputation -> this.imputations.put(imputation.amount(), imputation));
  }

  /** Whether a pass over the file is needed before the first blank can be filled. */
  boolean mustLearn() {
    return imputations.values().stream()
        .anyMatch(imputation -> !(imputation instanceof Imputation.Constant));
  }

  /** Learns the medians of the rows that pass the filters. */
  void learn(TableReader table) {
    imputations.keySet().forEach(amount -> learnt.put(amount, new Learnt()));
    for (TableRow row = table.next(); row != null; row = table.next()) {
      if (!row.ragged() && mapping.passes(row)) {
        learn(row);
      }
    }
    learnt.values().forEach(Learnt::close);
  }

  private void learn(TableRow row) {
    for (Map.Entry<String, Learnt> entry : learnt.entrySet()) {
      String text = mapping.text(entry.getKey(), row);
      OptionalLong value =
          CellText.isBlank(text)
              ? OptionalLong.empty()
              : CellText.findHundredths(text, mapping.habit(entry.getKey(), row));
      if (value.isPresent()) {
        Learnt medians = entry.getValue();
        medians.all.add(value.getAsLong());
        if (imputations.get(entry.getKey()) instanceof Imputation.MedianBy by) {
          medians
              .byGroup
              .computeIfAbsent(group(by, row), group -> new Values())
              .add(value.getAsLong());
        }
      }
    }
  }

  /** What to fill a blank amount of a row with; null when nobody asked or nothing is known. */
  @Nullable Filled fill(String amount, TableRow row) {
    Imputation imputation = imputations.get(amount);
    if (imputation == null) {
      return null;
    }
    return switch (imputation) {
      case Imputation.Constant constant ->
          new Filled(Math.round(constant.value() * 100), "the value asked for");
      case Imputation.Median median -> overall(median.amount());
      case Imputation.MedianBy by -> byGroup(by, row);
    };
  }

  private @Nullable Filled byGroup(Imputation.MedianBy by, TableRow row) {
    Learnt medians = learnt.get(by.amount());
    Long median = medians == null ? null : medians.medianOf.get(group(by, row));
    if (median == null) {
      return overall(by.amount());
    }
    String shown = row.cell(mapping.findColumn(by.column()).orElseThrow());
    return new Filled(median, "the median where %s is %s".formatted(by.column(), shown));
  }

  private @Nullable Filled overall(String amount) {
    Learnt medians = learnt.get(amount);
    return medians == null || medians.median == null
        ? null
        : new Filled(medians.median, "the median of all rows");
  }

  private String group(Imputation.MedianBy by, TableRow row) {
    return row.cell(mapping.findColumn(by.column()).orElseThrow()).toLowerCase(Locale.ROOT);
  }
}
