package bailiwick.server.intake;

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

  /** Reads the word in an address. */
  public static final class FromPath implements Converter<String, ImportKind> {
    @Override
    public ImportKind convert(String word) {
      return ImportKind.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
