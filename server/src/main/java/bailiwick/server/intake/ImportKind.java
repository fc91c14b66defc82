package bailiwick.server.intake;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;

/** What an imported file holds; lower case in addresses. */
public enum ImportKind {
  /** Customers and prospects. */
  ACCOUNTS,
  /** People who sell. */
  REPRESENTATIVES;

  /** Reads the word in an address. */
  public static final class FromPath implements Converter<String, ImportKind> {
    @Override
    public ImportKind convert(String word) {
      return ImportKind.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
