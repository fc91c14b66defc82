package bailiwick.intake.duplicate;

import bailiwick.core.account.Address;
import bailiwick.core.company.CompanyName;
import bailiwick.core.company.PhoneNumber;
import bailiwick.core.company.PlainText;
import java.util.Locale;
import java.util.Optional;

/**
 * An account in the form in which accounts compare. Immutable; texts are empty when unknown.
 *
 * @param account as listed
 * @param name its words and legal forms
 * @param domain as registered
 * @param postcode without blanks, in capitals
 * @param city without case, accents and punctuation
 */
record Traits(
    ListedAccount account,
    CompanyName name,
    String domain,
    Optional<PhoneNumber> phone,
    StreetLine street,
    String postcode,
    String city) {

  static Traits of(ListedAccount account) {
    Address address = account.address();
    return new Traits(
        account,
        CompanyName.of(account.name()),
        CompanyDomain.find(account.website()).orElse(""),
        PhoneNumber.find(account.phone()),
        StreetLine.of(address.street()),
        address.postcode().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT),
        PlainText.of(address.city()).replaceAll("[^\\p{L}\\p{N}]", ""));
  }

  String country() {
    return account.address().country();
  }

  /** House and postcode, empty unless both are known. */
  String doorstep() {
    return street.house().isEmpty() || postcode.isEmpty() ? "" : street.house() + " " + postcode;
  }
}
