package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Upkeep;
import bailiwick.core.roster.Representative;
import bailiwick.intake.today.RosterLookup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at every account for reasons to doubt it. {@link #report} is the whole story. Same books,
 * settings and seed, same report.
 */
public final class QualityCheck {

  private final Books books;
  private final QualitySettings settings;
  private final RosterLookup people;
  private final AmountCheck amounts;
  private final Map<AccountId, String> likePartner; // doubtful account -> its likeliest other self

  private QualityCheck(Books books, QualitySettings settings) {
    this.books = books;
    this.settings = settings;
    this.people = RosterLookup.of(books.roster());
    this.amounts = AmountCheck.learn(books.accounts(), settings.mostDeviations());
    this.likePartner = partners();
  }

  /**
   * Reports on all accounts of some books.
   *
   * @param seed of the worlds that the 90 % limits are drawn from
   */
  public static QualityReport report(Books books, QualitySettings settings, long seed) {
    QualityCheck check = new QualityCheck(books, settings);
    List<Finding> findings = new ArrayList<>();
    Set<AccountId> oddPotential = new HashSet<>();
    Set<AccountId> oddWorkload = new HashSet<>();
    for (HeldAccount held : books.accounts()) {
      List<AmountCheck.Odd> odd = check.amounts.odd(held.account());
      check.look(held, odd, findings);
      noteOdd(held.account().id(), odd, oddPotential, oddWorkload);
    }
    CaseBuilder cases = new CaseBuilder(books, settings.leastScore());
    return new ReportMaker(
            books,
            findings,
            cases.limits(account -> account.worth().potentialCents(), oddPotential, seed),
            cases.limits(account -> account.worth().workloadCentihours(), oddWorkload, seed))
        .make(settings);
  }

  private static void noteOdd(
      AccountId id, List<AmountCheck.Odd> odd, Set<AccountId> potential, Set<AccountId> workload) {
    for (AmountCheck.Odd each : odd) {
      switch (each.amount()) {
        case POTENTIAL, POTENTIAL_EACH -> potential.add(id);
        case WORKLOAD -> workload.add(id);
        case SALES, PIPELINE, EMPLOYEES, REVENUE, REVENUE_EACH -> {}
      }
    }
  }

  private Map<AccountId, String> partners() {
    Map<AccountId, String> names = new HashMap<>();
    books.accounts().forEach(held -> names.put(held.account().id(), shown(held.account())));
    Map<AccountId, String> partners = new HashMap<>();
    for (LikelyPair pair : books.pairs()) {
      if (pair.score() >= settings.leastScore()) {
        partners.putIfAbsent(
            pair.first(), "Like %s: %s".formatted(names.get(pair.second()), pair.evidence()));
        partners.putIfAbsent(
            pair.second(), "Like %s: %s".formatted(names.get(pair.first()), pair.evidence()));
      }
    }
    return partners;
  }

  private static String shown(Account account) {
    return account.externalId().equals(account.name())
        ? account.name()
        : account.externalId() + " " + account.name();
  }

  private void look(HeldAccount held, List<AmountCheck.Odd> odd, List<Finding> findings) {
    Map<Doubt, String> doubts = new EnumMap<>(Doubt.class);
    Account account = held.account();
    lookAtPlace(account, doubts);
    lookAtFirm(account.firmographics(), doubts);
    String partner = likePartner.get(account.id());
    if (partner != null) {
      doubts.put(Doubt.DUPLICATE, partner);
    }
    lookAtOwner(held, doubts);
    lookAtAmounts(account.upkeep(), odd, doubts);
    lookAtDays(account, doubts);
    doubts.forEach((doubt, detail) -> findings.add(new Finding(held, doubt, detail)));
  }

  private static void lookAtPlace(Account account, Map<Doubt, String> doubts) {
    Precision precision = account.location().precision();
    switch (precision) {
      case NONE -> doubts.put(Doubt.PLACE_MISSING, "Nothing usable says where it is");
      case CITY, REGION, COUNTRY ->
          doubts.put(
              Doubt.PLACE_COARSE,
              "Placed by its %s only".formatted(precision.name().toLowerCase(Locale.ROOT)));
      case EXACT, POSTCODE -> {}
    }
    Map<String, String> repaired = account.upkeep().repaired();
    if (!repaired.isEmpty()) {
      doubts.put(
          Doubt.PLACE_REPAIRED,
          repaired.entrySet().stream()
              .map(part ->
                  part.getValue().isEmpty()
                      ? "The %s was blank".formatted(part.getKey())
                      : "The %s was `%s`".formatted(part.getKey(), part.getValue()))
              .collect(Collectors.joining("; ")));
    }
  }

  private static void lookAtFirm(Firmographics firm, Map<Doubt, String> doubts) {
    if (firm.industry().isEmpty()) {
      doubts.put(Doubt.INDUSTRY_UNKNOWN, "No industry, or one that is none");
    }
    if (firm.employees().isEmpty() && firm.annualRevenueCents().isEmpty()) {
      doubts.put(Doubt.SIZE_UNKNOWN, "Neither employees nor revenue");
    }
  }

  private void lookAtOwner(HeldAccount held, Map<Doubt, String> doubts) {
    String owner = held.account().ownerKey().strip();
    if (owner.isEmpty()) {
      if (held.account().territoryKey().isBlank() && held.territory() == HeldAccount.NOBODY) {
        doubts.put(Doubt.OWNER_MISSING, "Neither an owner nor a territory");
      }
      return;
    }
    Representative person = people.find(owner);
    if (person == null) {
      if (!people.isEmpty()) {
        doubts.put(Doubt.OWNER_UNKNOWN, "No representative is called `%s`".formatted(owner));
      }
      return;
    }
    LocalDate leftOn = person.leftOn();
    if (leftOn != null && !leftOn.isAfter(books.on())) {
      doubts.put(Doubt.OWNER_LEFT, "%s left on %s".formatted(person.name(), leftOn));
    }
  }

  private static void lookAtAmounts(
      Upkeep upkeep, List<AmountCheck.Odd> odd, Map<Doubt, String> doubts) {
    List<String> told = new ArrayList<>();
    upkeep
        .leftOut()
        .forEach((field, text) -> told.add("The %s `%s` could not be read".formatted(field, text)));
    odd.forEach(each -> told.add(each.detail()));
    if (!told.isEmpty()) {
      doubts.put(Doubt.OUT_OF_RANGE, String.join("; ", told));
    }
  }

  private void lookAtDays(Account account, Map<Doubt, String> doubts) {
    LocalDate changedOn = account.upkeep().changedOn();
    if (changedOn != null && changedOn.isBefore(books.on().minusMonths(settings.staleMonths()))) {
      doubts.put(Doubt.STALE, "Last changed on %s".formatted(changedOn));
    }
    if (books.lastContact().isEmpty()) {
      return;
    }
    LocalDate last = books.lastContact().get(account.id());
    if (last == null) {
      doubts.put(Doubt.INACTIVE, "No activity is known");
    } else if (last.isBefore(books.on().minusMonths(settings.inactiveMonths()))) {
      doubts.put(Doubt.INACTIVE, "Last activity on %s".formatted(last));
    }
  }
}
