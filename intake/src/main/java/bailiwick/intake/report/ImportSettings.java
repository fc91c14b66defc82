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
 */
public record ImportSettings(String source, String country, int keptPerCode, TableOptions table) {

  /** Source {@code file}, no country assumed, 1,000 problems of a code kept, format sniffed. */
  public static final ImportSettings DEFAULT =
      new ImportSettings("file", "", 1_000, TableOptions.SNIFFED);

  /** A copy that assumes a country where an address has none. */
  public ImportSettings withCountry(String assumed) {
    return new ImportSettings(source, assumed, keptPerCode, table);
  }

  /** A copy for another source of ids. */
  public ImportSettings withSource(String name) {
    return new ImportSettings(name, country, keptPerCode, table);
  }

  /** A copy with other table options. */
  public ImportSettings withTable(TableOptions options) {
    return new ImportSettings(source, country, keptPerCode, options);
  }
}
