package bailiwick.intake.account;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.industry.Industries;
import bailiwick.atlas.placing.AddressPlacer;
import bailiwick.intake.mapping.ColumnMapping;
import bailiwick.intake.mapping.FieldSet;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableSource;
import java.util.List;
import java.util.function.Consumer;

/** Reads accounts from a table file. Immutable and thread-safe. */
public final class AccountImport {

  private final Atlas atlas;
  private final ImportSettings settings;
  private final Consumer<String> rejectedIds;
  private final FieldSet fields;
  private final List<OwnField> own;

  private AccountImport(
      Atlas atlas,
      ImportSettings settings,
      Consumer<String> rejectedIds,
      FieldSet fields,
      List<OwnField> own) {
    this.atlas = atlas;
    this.settings = settings;
    this.rejectedIds = rejectedIds;
    this.fields = fields;
    this.own = own;
  }

  /** An import that places accounts with an atlas. */
  public static AccountImport with(Atlas atlas, ImportSettings settings) {
    return new AccountImport(atlas, settings, id -> {}, AccountFields.ALL, List.of());
  }

  /**
   * A copy that tells the ids of rows that are rejected or left out by a filter: the file has these
   * accounts all the same.
   */
  public AccountImport tellingRejectedIds(Consumer<String> taker) {
    return new AccountImport(atlas, settings, taker, fields, own);
  }

  /** The same for a list of accounts that are no customers yet. */
  public AccountImport prospects() {
    return new AccountImport(atlas, settings, rejectedIds, AccountFields.PROSPECTS, own);
  }

  /**
   * A copy that looks for the columns of fields of the company's own and tells what is not a value
   * of them. Columns whose headers begin with {@code field.} are read without.
   */
  public AccountImport withOwn(List<OwnField> known) {
    return new AccountImport(atlas, settings, rejectedIds, fields, known);
  }

  /**
   * Reads a file row by row in bounded memory and hands every accepted account on as it comes.
   *
   * <p>A user's mistake never throws: the report tells it. When {@link ImportReport#complete()} is
   * false the file broke off and what was handed on should be dropped, so hand on into a
   * transaction; a check hands on into nothing.
   *
   * <p>Memory: 32 bytes for each id, to find doubles, and what {@code --impute} needs for medians.
   *
   * @param consumer receives each accepted account in the file's order
   */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<ImportedAccount> consumer) {
    return ImportRun.run(
        source,
        fields.withOwn(own.stream().map(OwnField::name).toList()),
        request,
        settings,
        (file, mapping) -> rowReader(source, file, mapping, request),
        consumer);
  }

  private AccountRowReader rowReader(
      TableSource source, String file, ColumnMapping mapping, MappingRequest request) {
    Imputer imputer = new Imputer(mapping, request.imputations());
    if (imputer.mustLearn()) {
      try (TableReader table = TableReader.open(source, settings.table())) {
        imputer.learn(table);
      }
    }
    return new AccountRowReader(
        file,
        mapping,
        settings.source(),
        new AmountCells(file, mapping, imputer),
        new PlaceReader(file, mapping, new AddressPlacer(atlas), settings.country()),
        new IndustryReader(Industries.packaged()),
        new TraitCells(mapping, own),
        rejectedIds);
  }
}
