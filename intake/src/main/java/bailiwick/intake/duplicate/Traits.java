package bailiwick.intake.duplicate;

import bailiwick.core.account.Address;
import bailiwick.core.company.CompanyName;
import bailiwick.core.company.PhoneNumber;
import bailiwick.core.company.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account in the form in which accounts compare. Immutable; texts are empty when unknown. There
 * is one for each account of a search, so that it holds nothing that comparing does not need, and
 * texts that many accounts have are the same objects.
 *
 * @param words of its name
 * @param letters the name's words without anything between them
 * @param domain as registered
 * @param phone null when there is none
 * @param postcode without blanks, in capitals
 * @param city without case, accents and punctuation
 * @param country ISO code
 */
record Traits(
    List<String> words,
    String letters,
    String domain,
    @Nullable PhoneNumber phone,
    StreetLine street,
    String postcode,
    String city,
    String country) {

  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]");

  static Traits of(ListedAccount account) {
    return of(account, UnaryOperator.identity());
  }

  /**
   * The traits of an account.
   *
   * @param shared gives the same object for equal texts
   */
  static Traits of(ListedAccount account, UnaryOperator<String> shared) {
    Address address = account.address();
    List<String> words = CompanyName.of(account.name()).words().stream().map(shared).toList();
    StreetLine street = StreetLine.of(address.street());
    return new Traits(
        List.copyOf(words),
        words.size() == 1 ? words.getFirst() : String.join("", words),
        CompanyDomain.find(account.website()).orElse(""),
        PhoneNumber.find(account.phone()).orElse(null),
        new StreetLine(shared.apply(street.house()), shared.apply(street.street())),
        shared.apply(GAPS.matcher(address.postcode()).replaceAll("").toUpperCase(Locale.ROOT)),
        shared.apply(GAPS.matcher(PlainText.of(address.city())).replaceAll("")),
        shared.apply(address.country()));
  }

  /** House and postcode, empty unless both are known. */
  String doorstep() {
    return street.house().isEmpty() || postcode.isEmpty() ? "" : street.house() + " " + postcode;
  }
}
