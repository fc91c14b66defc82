package bailiwick.atlas.placing;

import bailiwick.atlas.PostcodeArea;
import bailiwick.atlas.placing.Repair.Field;
import bailiwick.atlas.placing.Repair.Reason;
import bailiwick.core.account.Address;
import bailiwick.core.unit.LonLat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address while it is being placed: what was given and what is settled so far. */
final class Draft {

  private final Address given;
  private final List<Repair> repairs = new ArrayList<>();

  String country = ""; // settled ISO code
  String region = ""; // settled code
  String regionText; // as given, until settled
  String postcodeText; // as given, then in its usual writing
  @Nullable PostcodeArea area; // of the postcode, when it is believed
  @Nullable LonLat point; // null when none was given or it is not believed

  Draft(Address given, @Nullable LonLat point) {
    this.given = given;
    this.point = point;
    this.regionText = given.region().strip();
    this.postcodeText = given.postcode().strip();
  }

  Address given() {
    return given;
  }

  void repair(Field field, String from, String to, Reason reason) {
    repairs.add(new Repair(field, from, to, reason));
  }

  List<Repair> repairs() {
    return repairs;
  }

  Address address() {
    return new Address(
        given.street().strip(),
        given.city().strip(),
        region.isEmpty() ? regionText : region,
        postcodeText,
        country.isEmpty() ? given.country().strip() : country);
  }

  /** The narrowest node of the geography tree that is settled without a postcode. */
  String path() {
    return region.isEmpty() ? country : country + '/' + region;
  }

  static String text(LonLat point) {
    return point.lon() + " " + point.lat();
  }
}
