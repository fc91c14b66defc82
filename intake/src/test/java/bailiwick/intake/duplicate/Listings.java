package bailiwick.intake.duplicate;

import bailiwick.core.account.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small listings for tests. */
public final class Listings {

  private static final List<String> NAMES =
      List.of(
          "Acme Tools",
          "Acme Tool",
          "Acme",
          "Borealis Foods",
          "Boreal Foods",
          "Crystalord",
          "Cristalord",
          "Delta Group",
          "Delta Holding",
          "IBM",
          "International Business Machines",
          "北京",
          "",
          "The");
  private static final List<String> FORMS = List.of("", " Inc", " LLC", " GmbH", ", Incorporated");
  private static final List<String> SITES =
      List.of("", "", "www.acme.com", "shop.acme.com", "borealis.co.uk", "gmail.com", "co.uk");
  private static final List<String> PHONES = List.of("", "", "312 555 0187", "+1 312 555 0187");
  private static final List<String> STREETS =
      List.of("", "12 Main Street", "12 Main St", "14 Main St", "Main Street", "PO Box 12");
  private static final List<String> POSTCODES = List.of("", "60614", "60614-1234", "75201");
  private static final List<String> CITIES = List.of("", "Chicago", "CHICAGO", "Dallas");

  private Listings() {}

  /** An account with a name and nothing else. */
  public static ListedAccount named(String id, String name) {
    return new ListedAccount(id, 0, name, Address.UNKNOWN, "", "", "");
  }

  /** An account with a name and a web address. */
  public static ListedAccount web(String id, String name, String website) {
    return new ListedAccount(id, 0, name, Address.UNKNOWN, website, "", "");
  }

  /** An account with a name and a parent. */
  public static ListedAccount child(String id, String name, String parent) {
    return new ListedAccount(id, 0, name, Address.UNKNOWN, "", "", parent);
  }

  /** An account at an American address. */
  public static ListedAccount at(
      String id, String name, String street, String postcode, String website, String phone) {
    return new ListedAccount(
        id, 0, name, new Address(street, "", "", postcode, "US"), website, phone, "");
  }

  /** Accounts drawn from few values, so that many share some. */
  static List<ListedAccount> random(SplittableRandom random, int many) {
    List<ListedAccount> accounts = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      accounts.add(
          new ListedAccount(
              String.format("A%04d", number),
              number + 1,
              one(NAMES, random) + one(FORMS, random),
              new Address(
                  one(STREETS, random), one(CITIES, random), "", one(POSTCODES, random), "US"),
              one(SITES, random),
              one(PHONES, random),
              ""));
    }
    return accounts;
  }

  private static String one(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
