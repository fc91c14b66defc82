package bailiwick.intake.crm;

import java.util.List;

/**
 * Some rows of a pull. Immutable.
 *
 * @param records in the CRM's order; one may come again on a later page
 * @param next where to go on; in the middle of nothing when this was the last page
 */
public record CrmPage(List<CrmRecord> records, CrmPosition next) {
  public CrmPage {
    records = List.copyOf(records);
  }
}
