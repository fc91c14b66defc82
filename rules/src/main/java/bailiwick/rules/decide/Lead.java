package bailiwick.rules.decide;

import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Subject;
import java.util.Map;

/**
 * An incoming enquiry that has no owner yet. Immutable.
 *
 * @param company name of the company
 * @param address as given, or as repaired by whoever placed it
 * @param area where the caller's atlas places it, as a path in the geography tree; empty when it
 *     could not be placed
 * @param firmographics what is known of the company
 * @param account id of the account it was matched to, empty when none
 * @param custom values of further dimensions
 */
public record Lead(
    String company,
    Address address,
    String area,
    Firmographics firmographics,
    String account,
    Map<String, AttributeValue> custom) {

  public Lead {
    custom = Map.copyOf(custom);
  }

  /** A lead that matches no account and has no custom values. */
  public static Lead of(String company, Address address, String area, Firmographics firmographics) {
    return new Lead(company, address, area, firmographics, "", Map.of());
  }

  /** What rules see of it. */
  public Subject subject() {
    return Subject.of(area, firmographics, account, custom);
  }
}
