package bailiwick.intake.report;

import bailiwick.intake.table.TableOptions;

/**
 * How a file is imported, apart from its mapping. Immutable.
 *
 * @param source name of the system the ids come from, such as {@code file}; part of every internal
 *     id, so that the same external id from the same source is the same account
 * @param country ISO code that addresses without a country belong to; empty when none is assumed
 * @param keptPerCode most problems of one code that the report keeps; all are counted
 * @param table delimiter, encoding and limits
 * @param watch told how far the reading is, and asked whether to go on
 * @param rejections told why each rejected row is
 */
public record ImportSettings(
    String source,
    String country,
    int keptPerCode,
    TableOptions table,
    ImportWatch watch,
    Rejections rejections) {

  /** Source {@code file}, no country assumed, 1,000 problems of a code kept, format sniffed. */
  public static final ImportSettings DEFAULT =
      new ImportSettings(
          "file", "", 1_000, TableOptions.SNIFFED, ImportWatch.NONE, Rejections.NONE);

  /** A copy that assumes a country where an address has none. */
  public ImportSettings withCountry(String assumed) {
    return new ImportSettings(source, assumed, keptPerCode, table, watch, rejections);
  }

  /** A copy for another source of ids. */
  public ImportSettings withSource(String name) {
    return new ImportSettings(name, country, keptPerCode, table, watch, rejections);
  }

  /** A copy with other table options. */
  public ImportSettings withTable(TableOptions options) {
    return new ImportSettings(source, country, keptPerCode, options, watch, rejections);
  }

  /** A copy that keeps so many problems of a code. */
  public ImportSettings withKeptPerCode(int many) {
    return new ImportSettings(source, country, many, table, watch, rejections);
  }

  /** A copy that somebody looks on at. */
  public ImportSettings watchedBy(ImportWatch watcher) {
    return new ImportSettings(source, country, keptPerCode, table, watcher, rejections);
  }

  /** A copy that tells why rows are rejected. */
  public ImportSettings rejectingTo(Rejections taker) {
    return new ImportSettings(source, country, keptPerCode, table, watch, taker);
  }
}
