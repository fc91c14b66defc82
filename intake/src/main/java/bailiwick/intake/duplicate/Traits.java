package bailiwick.intake.duplicate;

import bailiwick.core.account.Address;
import bailiwick.core.company.CompanyName;
import bailiwick.core.company.PhoneNumber;
import bailiwick.core.company.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account in the form in which accounts compare. Immutable; texts are empty when unknown.
 *
 * @param account as listed
 * @param name its words and legal forms
 * @param letters the name's words without anything between them
 * @param domain as registered
 * @param postcode without blanks, in capitals
 * @param city without case, accents and punctuation
 */
record Traits(
    ListedAccount account,
    CompanyName name,
    String letters,
    String domain,
    Optional<PhoneNumber> phone,
    StreetLine street,
    String postcode,
    String city) {

  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]");

  static Traits of(ListedAccount account) {
    Address address = account.address();
    CompanyName name = CompanyName.of(account.name());
    return new Traits(
        account,
        name,
        name.joined(),
        CompanyDomain.find(account.website()).orElse(""),
        PhoneNumber.find(account.phone()),
        StreetLine.of(address.street()),
        GAPS.matcher(address.postcode()).replaceAll("").toUpperCase(Locale.ROOT),
        GAPS.matcher(PlainText.of(address.city())).replaceAll(""));
  }

  String country() {
    return account.address().country();
  }

  /** House and postcode, empty unless both are known. */
  String doorstep() {
    return street.house().isEmpty() || postcode.isEmpty() ? "" : street.house() + " " + postcode;
  }
}
