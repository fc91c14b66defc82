package bailiwick.intake.deal;

import bailiwick.intake.mapping.FieldSet;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.RowCells;
import bailiwick.intake.table.TableSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of figures from a table file. Immutable and thread-safe.
 *
 * @param <T> what a row says
 */
public final class DealImport<T> {

  /** Makes something of a row; null when the row's log holds an error. */
  @FunctionalInterface
  interface Row<T> {
    @Nullable T read(RowCells cells);
  }

  private final FieldSet fields;
  private final ImportSettings settings;
  private final Predicate<String> knownAccount;
  private final Function<Predicate<String>, Row<T>> opening; // known accounts -> reader of one file

  private DealImport(
      FieldSet fields,
      ImportSettings settings,
      Predicate<String> knownAccount,
      Function<Predicate<String>, Row<T>> opening) {
    this.fields = fields;
    this.settings = settings;
    this.knownAccount = knownAccount;
    this.opening = opening;
  }

  /** Reads opportunities; an id that came before is rejected. */
  public static DealImport<Opportunity> opportunities(ImportSettings settings) {
    return new DealImport<>(DealFields.OPPORTUNITIES, settings, any -> true, DealRows::opportunity);
  }

  /** Reads activities; a row without a count stands for one. */
  public static DealImport<AccountActivity> activities(ImportSettings settings) {
    return new DealImport<>(DealFields.ACTIVITIES, settings, any -> true, DealRows::activity);
  }

  /** Reads revenue by account and year. */
  public static DealImport<AccountRevenue> revenue(ImportSettings settings) {
    return new DealImport<>(DealFields.REVENUE, settings, any -> true, DealRows::revenue);
  }

  /** Reads quotas; they belong to people or territories, so {@link #among} changes nothing. */
  public static DealImport<Quota> quotas(ImportSettings settings) {
    return new DealImport<>(DealFields.QUOTAS, settings, any -> true, DealRows::quota);
  }

  /** The same import, rejecting rows of accounts whose external id is not known. */
  public DealImport<T> among(Predicate<String> known) {
    return new DealImport<>(fields, settings, known, opening);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<? super T> consumer) {
    return ImportRun.run(
        source,
        fields,
        request,
        settings,
        (file, mapping) -> {
          Row<T> reader = opening.apply(knownAccount);
          return (row, log) -> reader.read(new RowCells(file, mapping, row, log));
        },
        consumer);
  }
}
