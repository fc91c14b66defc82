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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at an account for reasons to doubt it. {@link #look} is the whole story. Immutable. */
final class AccountCheck {

  private final Known known;
  private final QualitySettings settings;
  private final RosterLookup people;
  private final Map<AccountId, String> likePartner; // doubtful account -> its likeliest other self

  /**
   * A check.
   *
   * @param likePartner what to tell of an account that may be another
   */
  AccountCheck(Known known, QualitySettings settings, Map<AccountId, String> likePartner) {
    this.known = known;
    this.settings = settings;
    this.people = RosterLookup.of(known.roster());
    this.likePartner = likePartner;
  }

  /**
   * What is doubtful about an account, and why. That it has no owner holds only while it has no
   * territory.
   */
  Map<Doubt, String> look(Account account, List<AmountCheck.Odd> odd) {
    Map<Doubt, String> doubts = new EnumMap<>(Doubt.class);
    lookAtPlace(account, doubts);
    lookAtFirm(account.firmographics(), doubts);
    String partner = likePartner.get(account.id());
    if (partner != null) {
      doubts.put(Doubt.DUPLICATE, partner);
    }
    lookAtOwner(account, doubts);
    lookAtAmounts(account.upkeep(), odd, doubts);
    lookAtDays(account, doubts);
    return doubts;
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

  private void lookAtOwner(Account account, Map<Doubt, String> doubts) {
    String owner = account.ownerKey().strip();
    if (owner.isEmpty()) {
      if (account.territoryKey().isBlank()) {
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
    if (leftOn != null && !leftOn.isAfter(known.on())) {
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
    if (!upkeep.imputed().isEmpty()) {
      doubts.put(
          Doubt.AMOUNT_IMPUTED,
          upkeep.imputed().entrySet().stream()
              .map(amount ->
                  "The %s was blank and is %s".formatted(amount.getKey(), amount.getValue()))
              .collect(Collectors.joining("; ")));
    }
  }

  private void lookAtDays(Account account, Map<Doubt, String> doubts) {
    LocalDate changedOn = account.upkeep().changedOn();
    if (changedOn != null && changedOn.isBefore(known.on().minusMonths(settings.staleMonths()))) {
      doubts.put(Doubt.STALE, "Last changed on %s".formatted(changedOn));
    }
    if (known.lastContact().isEmpty()) {
      return;
    }
    LocalDate last = known.lastContact().get(account.id());
    if (last == null) {
      doubts.put(Doubt.INACTIVE, "No activity is known");
    } else if (last.isBefore(known.on().minusMonths(settings.inactiveMonths()))) {
      doubts.put(Doubt.INACTIVE, "Last activity on %s".formatted(last));
    }
  }
}
