package bailiwick.rules.decide;

import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Traits;
import bailiwick.rules.attribute.Attributes;

/**
 * An incoming enquiry that has no owner yet. Immutable.
 *
 * @param company name of the company
 * @param address as given, or as repaired by whoever placed it
 * @param area where the caller's atlas places it, as a path in the geography tree; empty when it
 *     could not be placed
 * @param firmographics what is known of the company
 * @param traits product line, tags and further fields
 * @param account id of the account it was matched to, empty when none
 */
public record Lead(
    String company,
    Address address,
    String area,
    Firmographics firmographics,
    Traits traits,
    String account) {

  /** A lead that matches no account and of which no more is known. */
  public static Lead of(String company, Address address, String area, Firmographics firmographics) {
    return new Lead(company, address, area, firmographics, Traits.NONE, "");
  }

  /** What rules may ask about. */
  public Attributes attributes() {
    return new Attributes(area, firmographics, traits, account);
  }
}
