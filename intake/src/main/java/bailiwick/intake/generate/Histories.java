package bailiwick.intake.generate;

import bailiwick.intake.generate.History.Contact;
import bailiwick.intake.generate.History.Deal;
import bailiwick.intake.generate.Roles.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws what happened with accounts. Immutable and thread-safe. */
final class Histories {

  private static final int TWO_YEARS_DAYS = 730;
  private static final double PROSPECT_EFFORT = 0.45;
  private static final int NEGLECTED_DAYS = 400;

  /** Above this potential a cherry-picker looks away. */
  private static final long EASY_POTENTIAL_CENTS = 8_000_00;

  private static final List<String> KINDS = List.of("call", "call", "mail", "mail", "visit");
  private static final List<String> OPEN_STAGES =
      List.of("Prospecting", "Qualification", "Proposal", "Negotiation");

  private final Roles roles;
  private final List<Person> people;
  private final DemoSettings settings;

  Histories(Roles roles, List<Person> people, DemoSettings settings) {
    this.roles = roles;
    this.people = people;
    this.settings = settings;
  }

  /**
   * What happened with an account.
   *
   * @param neglected whether nobody has contacted it for more than a year
   */
  History draw(Profile profile, boolean neglected) {
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.DEALS, profile.number());
    long base =
        draws.happens(chanceOfBase(profile))
            ? Math.round(profile.potentialCents() * draws.between(0.08, 0.45) / 10_000) * 10_000
            : 0;
    List<Deal> deals = deals(profile, draws);
    boolean customer = base > 0 || deals.stream().anyMatch(Deal::won);
    return new History(deals, contacts(profile, customer, neglected), base);
  }

  private static double chanceOfBase(Profile profile) {
    return switch (profile.band()) {
      case SMB -> 0.32;
      case MID_MARKET -> 0.44;
      case ENTERPRISE -> 0.58;
    };
  }

  private List<Deal> deals(Profile profile, Draws draws) {
    List<Deal> deals = new ArrayList<>();
    int count = draws.poisson(profile.band().dealsInTwoYears());
    for (int d = 0; d < count; d++) {
      deals.add(deal(profile, draws));
    }
    deals.sort(Comparator.comparing(Deal::openedOn));
    return deals;
  }

  private Deal deal(Profile profile, Draws draws) {
    LocalDate opened = settings.today().minusDays(1 + draws.below(TWO_YEARS_DAYS));
    double days = draws.logNormal(profile.band().cycleDays(), 0.5);
    LocalDate closed = opened.plusDays(Math.clamp(Math.round(days), 3, 720));
    double share = Math.min(0.9, draws.logNormal(0.22, 0.5));
    long amount = Math.max(1, Math.round(profile.potentialCents() * share / 10_000)) * 10_000;
    boolean over = closed.isBefore(settings.today());
    boolean won = draws.happens(profile.band().winRate() * profile.trade().winFactor());
    if (over) {
      return new Deal(won ? "Closed Won" : "Closed Lost", won, amount, opened, closed);
    }
    double passed = (settings.today().toEpochDay() - opened.toEpochDay()) / Math.max(1, days);
    int stage = (int) Math.clamp(passed * OPEN_STAGES.size(), 0, OPEN_STAGES.size() - 1);
    return new Deal(OPEN_STAGES.get(stage), false, amount, opened, closed);
  }

  private List<Contact> contacts(Profile profile, boolean customer, boolean neglected) {
    Draws draws = Draws.of(settings.seed(), Draws.Purpose.CONTACTS, profile.number());
    Person person = people.get(profile.territory());
    double perYear =
        profile.band().contactsPerYear()
            * (customer ? 1 : PROSPECT_EFFORT)
            * person.effort()
            * pick(profile);
    int count = draws.poisson(2 * perYear);
    List<Contact> contacts = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      int daysAgo =
          neglected
              ? NEGLECTED_DAYS + draws.below(TWO_YEARS_DAYS - NEGLECTED_DAYS)
              : 1 + draws.below(TWO_YEARS_DAYS);
      LocalDate on = settings.today().minusDays(daysAgo);
      boolean gone = person.leftOn() != null && !on.isBefore(person.leftOn());
      if (!gone) {
        contacts.add(new Contact(on, draws.oneOf(KINDS), 1));
      }
    }
    contacts.sort(Comparator.comparing(Contact::on).thenComparing(Contact::kind));
    return contacts;
  }

  /** A cherry-picker is busy with easy accounts and leaves the others alone. */
  private double pick(Profile profile) {
    if (!roles.is(profile.territory(), Role.CHERRY_PICKER)) {
      return 1;
    }
    return profile.potentialCents() <= EASY_POTENTIAL_CENTS ? 3 : 0.04;
  }
}
