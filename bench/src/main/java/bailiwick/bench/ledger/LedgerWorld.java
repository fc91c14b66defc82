package bailiwick.bench.ledger;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.roster.Representative;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.rules.cover.CoverRequest;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.store.Store;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.AccountUnits;
import bailiwick.store.plan.NewPlan;
import bailiwick.store.plan.Plan;
import bailiwick.store.publication.DataDoubt;
import bailiwick.store.publication.Decisions;
import bailiwick.store.publication.Publication;
import bailiwick.store.publication.PublicationRequest;
import bailiwick.store.scenario.NewScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A company of many accounts and one representative for each thousand of them. At the beginning
 * account number {@code i} is in territory {@code i mod n}; each change gives some at random to
 * another.
 */
final class LedgerWorld {

  static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final int ACCOUNTS_OF_A_PERSON = 1_000;

  private final Store store;
  private final List<AccountId> accounts;
  private final List<RepresentativeId> people;
  private final List<ScenarioTerritory> territories;
  private final Scenario scenario;
  private final ProvenRules rules;
  private final int[] territoryOf; // [account] -> number of its territory
  private int publications;

  private LedgerWorld(Store store, int size) {
    this.store = store;
    this.accounts = load(store, size);
    this.people = people(store, Math.max(2, size / ACCOUNTS_OF_A_PERSON));
    this.territories = territories(people);
    this.rules = rules();
    this.scenario = scenario();
    this.territoryOf = IntStream.range(0, size).map(i -> i % people.size()).toArray();
  }

  /** Loads accounts and people into an empty store. */
  static LedgerWorld load(Store store, long size) {
    return new LedgerWorld(store, Math.toIntExact(size));
  }

  private static List<AccountId> load(Store store, int size) {
    try (AccountLoad load = store.accounts().startLoad("bench")) {
      for (int i = 0; i < size; i++) {
        load.add(account(i), new AccountUnits("60614", "17031"));
      }
      load.finish();
    }
    Map<String, AccountId> ids = store.accounts().idsByExternalId("bench");
    List<AccountId> accounts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      accounts.add(ids.get("A" + i));
    }
    return accounts;
  }

  private static Account account(int number) {
    String external = "A" + number;
    return new Account(
        AccountId.ofExternal("bench", external),
        external,
        "Account " + number,
        new Address("1 Main Street", "Chicago", "IL", "60614", "US"),
        new Location(new LonLat(-87.6, 41.9), Precision.POSTCODE, "US/IL/17031/60614"),
        new Firmographics("5415", OptionalLong.of(250), OptionalLong.empty(), "enterprise"),
        new Worth(100L * number, 1_250, 30_000, 0),
        new Ties("", "", ""),
        new Upkeep(FIRST, Map.of(), Map.of(), Map.of()),
        "",
        "");
  }

  private static List<RepresentativeId> people(Store store, int count) {
    List<Representative> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "R" + i;
      people.add(
          new Representative(
              RepresentativeId.ofExternal("bench", name),
              name,
              name,
              name + "@example.com",
              new LonLat(-87.6, 41.9),
              List.of(),
              FIRST,
              null,
              1,
              0));
    }
    store.representatives().load("bench", people, "bench");
    return people.stream()
        .map(person ->
            store
                .representatives()
                .findByExternalId("bench", person.externalId())
                .orElseThrow()
                .representative()
                .id())
        .toList();
  }

  private static List<ScenarioTerritory> territories(List<RepresentativeId> people) {
    List<ScenarioTerritory> territories = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      territories.add(
          new ScenarioTerritory(
              new TerritoryCode("T" + i), "Territory " + i, 0, 1, null, people.get(i)));
    }
    return territories;
  }

  private static ProvenRules rules() {
    TerritoryCode code = new TerritoryCode("T0");
    UnitId unit = new UnitId("U0");
    AreaTree tree =
        AreaTree.builder()
            .add("US", AreaKind.COUNTRY, "United States")
            .addLeaf("US/U0", AreaKind.POSTCODE, "", unit)
            .build();
    var whole = Alignment.of(UnitNumbering.of(List.of(unit)), List.of(code), new int[] {0});
    return ProvenRules.of(
        new CoverRequest(
            "new-business", "1", whole, AreaKind.POSTCODE, Map.of(code, ""), List.of()),
        tree);
  }

  private Scenario scenario() {
    UnitNumbering units = UnitNumbering.of(List.of(new UnitId("U0")));
    Plan plan =
        store
            .plans()
            .create(
                new NewPlan(
                    "Bench",
                    FIRST,
                    FIRST.plusYears(10),
                    "USD",
                    "US",
                    UnitKind.POSTCODE,
                    "1",
                    units,
                    "bench"));
    List<TerritoryCode> codes = territories.stream().map(ScenarioTerritory::code).toList();
    return store
        .scenarios()
        .create(
            new NewScenario(
                plan.id(),
                "Bench",
                ScenarioKind.PROPOSAL,
                null,
                null,
                territories,
                Alignment.of(units, codes, new int[] {0}),
                Map.of(),
                "bench"));
  }

  /** Publishes from a day on, after giving some accounts to others. */
  Publication publish(LocalDate from, int moved, SplittableRandom random) {
    for (int move = 0; move < moved; move++) {
      int account = random.nextInt(territoryOf.length);
      territoryOf[account] =
          (territoryOf[account] + 1 + random.nextInt(people.size() - 1)) % people.size();
    }
    Decisions.Builder decisions = Decisions.builder();
    for (int account = 0; account < territoryOf.length; account++) {
      decisions.add(accounts.get(account), territoryOf[account]);
    }
    publications++;
    return store
        .publications()
        .publish(
            new PublicationRequest(
                scenario.id(),
                scenario.version(),
                from,
                rules,
                "{}",
                DataDoubt.UNKNOWN,
                "bench-" + publications,
                "bench",
                "Quarter " + publications),
            decisions.build());
  }

  List<AccountId> accounts() {
    return accounts;
  }

  List<RepresentativeId> people() {
    return people;
  }

  /** Code of the territory that an account has by the last publication. */
  String territoryOf(int account) {
    return "T" + territoryOf[account];
  }
}
