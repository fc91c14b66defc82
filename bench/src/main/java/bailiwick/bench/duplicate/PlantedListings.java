package bailiwick.bench.duplicate;

import bailiwick.core.account.Address;
import bailiwick.intake.duplicate.ListedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Accounts of which some are listed twice, the second time as another hand typed them: a name with
 * another legal form, a slip, a word dropped; web address, telephone, street and postcode missing,
 * written otherwise or, now and then, another one. Drawn from a seed.
 *
 * @param accounts all of them
 * @param twins the ids of each account listed twice, {@code id|id of the second listing}
 */
record PlantedListings(List<ListedAccount> accounts, Set<String> twins) {

  private static final double TWICE = 0.02;
  private static final List<String> FORMS = List.of(" Inc", " LLC", ", Inc.", " Ltd", " Corp.", "");

  /** Plants second listings among accounts. */
  static PlantedListings in(List<ListedAccount> clean, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ListedAccount> accounts = new ArrayList<>();
    Set<String> twins = new TreeSet<>();
    for (ListedAccount plain : clean) {
      ListedAccount account = withPhone(plain, random);
      accounts.add(account);
      if (random.nextDouble() < TWICE) {
        ListedAccount twin = again(account, random);
        accounts.add(twin);
        twins.add(key(account.id(), twin.id()));
      }
    }
    return new PlantedListings(accounts, twins);
  }

  /** The key of a pair of ids, smaller first. */
  static String key(String first, String second) {
    return first.compareTo(second) <= 0 ? first + "|" + second : second + "|" + first;
  }

  private static ListedAccount withPhone(ListedAccount account, SplittableRandom random) {
    String phone =
        String.format(
            Locale.ROOT,
            "+1 %d %d %04d",
            200 + random.nextInt(800),
            200 + random.nextInt(800),
            random.nextInt(10_000));
    return new ListedAccount(
        account.id(),
        account.row(),
        account.name(),
        account.address(),
        account.website(),
        random.nextDouble() < 0.6 ? phone : "",
        "");
  }

  private static ListedAccount again(ListedAccount account, SplittableRandom random) {
    Address address = account.address();
    boolean moved = random.nextDouble() < 0.05;
    return new ListedAccount(
        account.id() + "-2",
        account.row(),
        name(account.name(), random),
        new Address(
            moved ? "77 Elsewhere Road" : blankOr(street(address.street(), random), 0.3, random),
            address.city(),
            address.region(),
            moved ? "99999" : blankOr(address.postcode(), 0.2, random),
            address.country()),
        blankOr(website(account.website(), random), 0.4, random),
        blankOr(account.phone().replace("+1 ", "").replace(' ', '-'), 0.4, random),
        "");
  }

  private static String name(String name, SplittableRandom random) {
    String bare = name.replaceAll("(?i),? (inc|llc|co|corp|group|ltd)\\.?$", "");
    return switch (random.nextInt(6)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> bare + FORMS.get(random.nextInt(FORMS.size()));
      case 2 -> "The " + bare.replace(" & ", " and ");
      case 3 -> slip(bare, random);
      case 4 -> slip(bare, random) + FORMS.get(random.nextInt(FORMS.size()));
      default -> bare.contains(" ") ? bare.substring(0, bare.lastIndexOf(' ')) : bare;
    };
  }

  /** A letter left out, doubled or put for another. */
  private static String slip(String name, SplittableRandom random) {
    int at = 1 + random.nextInt(Math.max(1, name.length() - 1));
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + name.substring(Math.min(name.length(), at + 1));
      case 1 -> name.substring(0, at) + name.charAt(at - 1) + name.substring(at);
      default -> name.substring(0, at) + letter + name.substring(Math.min(name.length(), at + 1));
    };
  }

  private static String street(String street, SplittableRandom random) {
    return random.nextBoolean()
        ? street.replace("Street", "St.").replace("Avenue", "Ave").replace("Road", "Rd")
        : street + ", Suite " + (1 + random.nextInt(900));
  }

  private static String website(String website, SplittableRandom random) {
    return random.nextBoolean() ? "https://" + website + "/contact" : website;
  }

  private static String blankOr(String text, double blank, SplittableRandom random) {
    return random.nextDouble() < blank ? "" : text;
  }
}
