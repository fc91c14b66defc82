package bailiwick.intake.record;

import bailiwick.atlas.Atlas;
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
 * Reads one kind of records from a table file. Immutable and thread-safe.
 *
 * @param <T> what a row says
 */
public final class RecordImport<T> {

  /** Makes something of a row; null when the row's log holds an error. */
  @FunctionalInterface
  public interface Row<T> {

    /** What the cells of a row say. */
    @Nullable T read(RowCells cells);
  }

  private final FieldSet fields;
  private final ImportSettings settings;
  private final Predicate<String> knownAccount;
  private final Function<Predicate<String>, ImportRun.Opening<T>> opening; // of known accounts

  private RecordImport(
      FieldSet fields,
      ImportSettings settings,
      Predicate<String> knownAccount,
      Function<Predicate<String>, ImportRun.Opening<T>> opening) {
    this.fields = fields;
    this.settings = settings;
    this.knownAccount = knownAccount;
    this.opening = opening;
  }

  /**
   * Reads records whose cells are all that they are made of.
   *
   * @param rows makes the reader of one file from the accounts that are known
   */
  public static <T> RecordImport<T> of(
      FieldSet fields, ImportSettings settings, Function<Predicate<String>, Row<T>> rows) {
    return ofRows(
        fields,
        settings,
        known ->
            (file, mapping) -> {
              Row<T> reader = rows.apply(known);
              return (row, log) -> reader.read(new RowCells(file, mapping, row, log));
            });
  }

  /** Reads records of which more must be known than the cells. */
  private static <T> RecordImport<T> ofRows(
      FieldSet fields,
      ImportSettings settings,
      Function<Predicate<String>, ImportRun.Opening<T>> opening) {
    return new RecordImport<>(fields, settings, any -> true, opening);
  }

  /** Reads the people at accounts; an id that came before is rejected. */
  public static RecordImport<ContactPerson> contacts(ImportSettings settings) {
    return of(RecordFields.CONTACTS, settings, RecordRows::contact);
  }

  /** Reads the places of accounts, put on the map with an atlas. */
  public static RecordImport<AccountSite> sites(Atlas atlas, ImportSettings settings) {
    return ofRows(
        RecordFields.SITES,
        settings,
        known ->
            (file, mapping) -> new SiteRows(file, mapping, atlas, settings.country(), known)::read);
  }

  /** Reads territories; a code that came before is rejected. */
  public static RecordImport<ListedTerritory> territories(ImportSettings settings) {
    return of(RecordFields.TERRITORIES, settings, any -> RecordRows.territory());
  }

  /** Reads who or which territory has an account, a unit or a territory, from when until when. */
  public static RecordImport<ListedAssignment> assignments(ImportSettings settings) {
    return of(RecordFields.ASSIGNMENTS, settings, RecordRows::assignment);
  }

  /** Reads hours that representatives worked; a row of one who is not known is rejected. */
  public static RecordImport<WorkedTime> time(
      ImportSettings settings, Predicate<String> knownOwner) {
    return of(RecordFields.TIME, settings, any -> RecordRows.time(knownOwner));
  }

  /** Reads market figures of areas that an atlas knows. */
  public static RecordImport<MarketRow> market(Atlas atlas, ImportSettings settings) {
    return ofRows(
        RecordFields.MARKET,
        settings,
        any -> (file, mapping) -> new MarketRows(file, mapping, atlas, settings.country())::read);
  }

  /** The same import, rejecting rows of accounts whose external id is not known. */
  public RecordImport<T> among(Predicate<String> known) {
    return new RecordImport<>(fields, settings, known, opening);
  }

  /** Reads a file and hands every accepted row on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<? super T> consumer) {
    return ImportRun.run(source, fields, request, settings, opening.apply(knownAccount), consumer);
  }
}
