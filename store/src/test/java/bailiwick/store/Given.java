package bailiwick.store;

import static java.util.Objects.requireNonNull;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Traits;
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
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.AccountUnits;
import bailiwick.store.account.LoadReport;
import bailiwick.store.plan.NewPlan;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.NewScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small worlds, drawn in a line each. */
public final class Given {

  public static final LocalDate JAN_1 = LocalDate.parse("2026-01-01");
  public static final LocalDate MAR_1 = LocalDate.parse("2026-03-01");
  public static final LocalDate APR_1 = LocalDate.parse("2026-04-01");

  private Given() {}

  /** An account in a ZIP area of Chicago. */
  public static Account account(String externalId, String name, String zip, long potentialCents) {
    return new Account(
        AccountId.ofExternal("crm", externalId),
        externalId,
        name,
        new Address("1 Main Street", "Chicago", "IL", zip, "US"),
        new Location(new LonLat(-87.6, 41.9), Precision.POSTCODE, "US/IL/17031/" + zip),
        new Firmographics("5415", OptionalLong.of(250), OptionalLong.empty(), "enterprise"),
        new Traits("imaging", List.of("key account", "vip"), Map.of("tier", "gold", "note", "a=b")),
        new Worth(potentialCents, 1_250, 30_000, 0),
        new Ties("www.example-company.com", "+1 312 555 0100", "A0"),
        new Upkeep(
            JAN_1,
            Map.of("region", "IN"),
            Map.of("employees", "a few = 12"),
            Map.of("potential", "the median of all rows")),
        "Ada Byron",
        "T01");
  }

  public static AccountUnits units(String zip) {
    return new AccountUnits(zip, "17031");
  }

  public static LoadReport load(Store store, Account... accounts) {
    try (AccountLoad load = store.accounts().startLoad("crm")) {
      for (Account account : accounts) {
        load.add(account, units(account.address().postcode()));
      }
      return load.finish();
    }
  }

  /** Loads accounts A1, A2, … in ZIP area 60614 and returns their ids in order. */
  public static List<AccountId> accounts(Store store, int count) {
    Account[] accounts =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> account("A" + i, "Account " + i, "60614", 100L * i))
            .toArray(Account[]::new);
    load(store, accounts);
    Map<String, AccountId> ids = store.accounts().idsByExternalId("crm");
    return Arrays.stream(accounts)
        .map(account -> requireNonNull(ids.get(account.externalId())))
        .toList();
  }

  /** Loads a representative and returns the id. */
  public static RepresentativeId representative(Store store, String name) {
    store.representatives().load("hr", List.of(person(name)), "planner");
    return store.representatives().findByExternalId("hr", name).orElseThrow().representative().id();
  }

  public static Representative person(String name) {
    return new Representative(
        RepresentativeId.ofExternal("hr", name),
        name,
        name,
        name.toLowerCase(java.util.Locale.ROOT) + "@example.com",
        new LonLat(-87.6, 41.9),
        List.of("enterprise"),
        JAN_1,
        null,
        1,
        1_000_000);
  }

  /** A plan for 2026 over numbered units U0, U1, … */
  public static Plan plan(Store store, String name, int unitCount) {
    List<UnitId> units =
        IntStream.range(0, unitCount).mapToObj(unit -> new UnitId("U" + unit)).toList();
    return store
        .plans()
        .create(
            new NewPlan(
                name,
                JAN_1,
                LocalDate.parse("2027-01-01"),
                "USD",
                "US",
                UnitKind.POSTCODE,
                "2026.1",
                UnitNumbering.of(units),
                "planner"));
  }

  public static ScenarioTerritory territory(
      String code, @Nullable RepresentativeId representative) {
    return new ScenarioTerritory(
        new TerritoryCode(code), "Territory " + code, 3, 1, new LonLat(-87, 41), representative);
  }

  /** Proven rules that give the whole of a small country to one territory. */
  public static ProvenRules rules(String territory, String name) {
    TerritoryCode code = new TerritoryCode(territory);
    UnitId unit = new UnitId("U0");
    AreaTree tree =
        AreaTree.builder()
            .add("US", AreaKind.COUNTRY, "United States")
            .addLeaf("US/U0", AreaKind.POSTCODE, "", unit)
            .build();
    var whole = Alignment.of(UnitNumbering.of(List.of(unit)), List.of(code), new int[] {0});
    return ProvenRules.of(
        new CoverRequest(
            "new-business", "1", whole, AreaKind.POSTCODE, Map.of(code, name), List.of()),
        tree);
  }

  /** A scenario whose units are drawn as letters: {@code "AAB."} is T-A, T-A, T-B and none. */
  public static Scenario scenario(
      Store store, Plan plan, String name, String drawing, ScenarioTerritory... territories) {
    int[] territoryOf = drawing.chars().map(c -> c == '.' ? -1 : c - 'A').toArray();
    List<TerritoryCode> codes = Arrays.stream(territories).map(ScenarioTerritory::code).toList();
    return store
        .scenarios()
        .create(
            new NewScenario(
                plan.id(),
                name,
                ScenarioKind.PROPOSAL,
                null,
                null,
                List.of(territories),
                Alignment.of(store.plans().units(plan.id()), codes, territoryOf),
                Map.of(),
                "planner"));
  }
}
