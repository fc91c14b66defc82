package bailiwick.server.intake;

import bailiwick.intake.account.AccountFields;
import bailiwick.intake.deal.DealFields;
import bailiwick.intake.mapping.FieldSet;
import bailiwick.intake.record.RecordFields;
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
  QUOTAS,
  /** Accounts that are no customers yet. */
  PROSPECTS,
  /** People at accounts. */
  CONTACTS,
  /** Places of accounts. */
  SITES,
  /** Territories of another system. */
  TERRITORIES,
  /** Who had what by another system, from when until when. */
  ASSIGNMENTS,
  /** What is sold. */
  PRODUCTS,
  /** Hours that people worked. */
  TIME,
  /** Figures of the market by area. */
  MARKET;

  FieldSet fields() {
    return switch (this) {
      case ACCOUNTS -> AccountFields.ALL;
      case REPRESENTATIVES -> RosterFields.ALL;
      case OPPORTUNITIES -> DealFields.OPPORTUNITIES;
      case ACTIVITIES -> DealFields.ACTIVITIES;
      case REVENUE -> DealFields.REVENUE;
      case QUOTAS -> DealFields.QUOTAS;
      case PROSPECTS -> AccountFields.PROSPECTS;
      case CONTACTS -> RecordFields.CONTACTS;
      case SITES -> RecordFields.SITES;
      case TERRITORIES -> RecordFields.TERRITORIES;
      case ASSIGNMENTS -> RecordFields.ASSIGNMENTS;
      case PRODUCTS -> DealFields.PRODUCTS;
      case TIME -> RecordFields.TIME;
      case MARKET -> RecordFields.MARKET;
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
