package bailiwick.server.intake;

import bailiwick.intake.account.AccountFields;
import bailiwick.intake.deal.DealFields;
import bailiwick.intake.mapping.FieldSet;
import bailiwick.intake.roster.RosterFields;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;

/** What an imported file holds; lower case in addresses. */
public enum ImportKind {
  /** Customers and prospects. */
  ACCOUNTS,
  /** People who sell. */
  REPRESENTATIVES,
  /** Deals open, won and lost. */
  OPPORTUNITIES,
  /** Calls, visits and mails. */
  ACTIVITIES,
  /** Money earned by account and year. */
  REVENUE,
  /** What people and territories are asked to bring. */
  QUOTAS;

  FieldSet fields() {
    return switch (this) {
      case ACCOUNTS -> AccountFields.ALL;
      case REPRESENTATIVES -> RosterFields.ALL;
      case OPPORTUNITIES -> DealFields.OPPORTUNITIES;
      case ACTIVITIES -> DealFields.ACTIVITIES;
      case REVENUE -> DealFields.REVENUE;
      case QUOTAS -> DealFields.QUOTAS;
    };
  }

  /** Reads the word in an address. */
  public static final class FromPath implements Converter<String, ImportKind> {
    @Override
    public ImportKind convert(String word) {
      return ImportKind.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
