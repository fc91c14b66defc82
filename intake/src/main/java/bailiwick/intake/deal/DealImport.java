package bailiwick.intake.deal;

import bailiwick.intake.record.RecordImport;
import bailiwick.intake.report.ImportSettings;
import java.util.function.Predicate;

/** The imports of files that figures are made of. */
public final class DealImport {

  private DealImport() {}

  /** Reads opportunities; an id that came before is rejected. */
  public static RecordImport<Opportunity> opportunities(ImportSettings settings) {
    return RecordImport.of(DealFields.OPPORTUNITIES, settings, DealRows::opportunity);
  }

  /** Reads what is sold; an id that came before is rejected. */
  public static RecordImport<Product> products(ImportSettings settings) {
    return RecordImport.of(DealFields.PRODUCTS, settings, any -> DealRows.product());
  }

  /** Reads activities; a row without a count stands for one. */
  public static RecordImport<AccountActivity> activities(ImportSettings settings) {
    return RecordImport.of(DealFields.ACTIVITIES, settings, DealRows::activity);
  }

  /** Reads revenue by account and year. */
  public static RecordImport<AccountRevenue> revenue(ImportSettings settings) {
    return RecordImport.of(DealFields.REVENUE, settings, DealRows::revenue);
  }

  /**
   * Reads quotas; they belong to people or territories, so known accounts change nothing. A row
   * without a territory is rejected when its owner is not known.
   */
  public static RecordImport<Quota> quotas(ImportSettings settings, Predicate<String> knownOwner) {
    return RecordImport.of(DealFields.QUOTAS, settings, any -> DealRows.quota(knownOwner));
  }
}
