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
  ACCOUNTS(AccountFields.ALL),
  /** People who sell. */
  REPRESENTATIVES(RosterFields.ALL),
  /** Deals open, won and lost. */
  OPPORTUNITIES(DealFields.OPPORTUNITIES),
  /** Calls, visits and mails. */
  ACTIVITIES(DealFields.ACTIVITIES),
  /** Money earned by account and year. */
  REVENUE(DealFields.REVENUE),
  /** What people and territories are asked to bring. */
  QUOTAS(DealFields.QUOTAS);

  private final FieldSet fields;

  ImportKind(FieldSet fields) {
    this.fields = fields;
  }

  FieldSet fields() {
    return fields;
  }

  /** Reads the word in an address. */
  public static final class FromPath implements Converter<String, ImportKind> {
    @Override
    public ImportKind convert(String word) {
      return ImportKind.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
