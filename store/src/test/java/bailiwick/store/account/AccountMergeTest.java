package bailiwick.store.account;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A file of a known source is compared with what the store has of it, and merged. */
class AccountMergeTest extends StoreContract {

  private static final WholeFile FILE = new WholeFile("crm.csv", "planner");

  private final Account acme = Given.account("A1", "Acme", "60614", 1_000);
  private final Account zenith = Given.account("A2", "Zenith", "60601", 2_050);

  @Test
  void what_would_change_is_told_field_by_field_and_nothing_is_written() {
    load(acme, zenith);

    LoadChanges changes =
        compare(Extent.WHOLE, Given.account("A1", "Acme Inc", "60614", 1_250), newcomer());

    assertThat(changes.counts()).isEqualTo(new LoadReport(1, 1, 0, 1));
    assertThat(changes.fields()).containsExactly(Map.entry("name", 1L), Map.entry("potential", 1L));
    assertThat(changes.sample())
        .startsWith(
            new RowChange.Changed(
                "A1",
                "Acme Inc",
                List.of(
                    new FieldChange("name", "Acme", "Acme Inc"),
                    new FieldChange("potential", "10", "12.5"))),
            new RowChange.Inserted("A9", "Newcomer"));
    assertThat(changes.sample().getLast())
        .isInstanceOfSatisfying(
            RowChange.Disappeared.class,
            gone -> {
              assertThat(gone.externalId()).isEqualTo("A2");
              assertThat(gone.lastSeen()).isBetween(START, START.plusSeconds(60));
            });
    assertThat(named("A1").account().name()).isEqualTo("Acme");
    assertThat(store.accounts().count()).isEqualTo(2);
  }

  private static Account newcomer() {
    return Given.account("A9", "Newcomer", "60614", 5);
  }

  @Test
  void accounts_that_their_source_names_as_gone_are_marked_once_and_until_they_return() {
    load(acme, zenith);
    clock.set(START.plus(Duration.ofDays(2)));

    assertThat(store.accounts().markMissing("crm", List.of("A1", "A7"), dayOf(1))).isEqualTo(1);

    Absence absence = Objects.requireNonNull(named("A1").absence());
    assertThat(absence.lastSeen()).isEqualTo(dayOf(1));
    assertThat(absence.since().truncatedTo(DAYS)).isEqualTo(dayOf(2));
    assertThat(missing()).containsExactly("A1");
    assertThat(store.accounts().markMissing("crm", List.of("A1"), null)).isZero();
    assertThat(store.accounts().markMissing("another", List.of("A2"), null)).isZero();
    load(acme, zenith);
    assertThat(missing()).isEmpty();
  }

  @Test
  void an_account_goes_on_under_another_id_that_is_free() {
    load(acme, zenith);
    AccountId before = named("A1").account().id();

    assertThat(store.accounts().changeExternalId("crm", "A1", "A2")).isFalse();
    assertThat(store.accounts().changeExternalId("crm", "A7", "A8")).isFalse();
    assertThat(store.accounts().changeExternalId("crm", "A1", "A9")).isTrue();

    assertThat(named("A9").account().id()).isEqualTo(before);
    load(newcomer(), zenith);
    assertThat(store.accounts().count()).as("the newcomer is the old one").isEqualTo(2);
  }

  @Test
  void accounts_that_a_file_has_no_longer_are_kept_and_marked_until_they_return() {
    load(acme, zenith);
    clock.set(START.plus(Duration.ofDays(1)));
    load(acme, zenith);
    clock.set(START.plus(Duration.ofDays(2)));

    assertThat(load(zenith)).isEqualTo(new LoadReport(0, 0, 1, 1));
    Absence absence = Objects.requireNonNull(named("A1").absence());
    assertThat(absence.lastSeen().truncatedTo(DAYS)).isEqualTo(dayOf(1));
    assertThat(absence.since().truncatedTo(DAYS)).isEqualTo(dayOf(2));
    assertThat(missing()).containsExactly("A1");
    assertThat(load(zenith).disappeared()).as("it disappears once").isZero();

    assertThat(load(acme, zenith)).isEqualTo(new LoadReport(0, 0, 2, 0));
    assertThat(named("A1").absence()).isNull();
    assertThat(missing()).isEmpty();
  }

  private static Instant dayOf(int days) {
    return START.plus(Duration.ofDays(days)).truncatedTo(DAYS);
  }

  @Test
  void a_part_of_a_source_tells_nothing_of_the_rest() {
    load(acme, zenith);

    assertThat(compare(Extent.PART, acme).counts()).isEqualTo(new LoadReport(0, 0, 1, 0));
    Given.load(store, acme);
    assertThat(missing()).isEmpty();
  }

  @Test
  void accounts_of_another_source_are_left_alone() {
    load(acme);
    try (AccountLoad other = store.accounts().startLoad("other")) {
      other.add(zenith, AccountUnits.NONE);
      other.finish(FILE);
    }

    assertThat(missing()).isEmpty();
    assertThat(store.accounts().count()).isEqualTo(2);
  }

  @Test
  void an_account_whose_row_cannot_be_used_has_not_disappeared() {
    load(acme, zenith);
    try (AccountLoad load = store.accounts().startLoad("crm")) {
      load.addSeen("A2");
      load.addSeen("A1"); // a second row of it, below, can be used
      load.add(acme, Given.units("60614"));
      load.addSeen("A7"); // new, but not usable
      assertThat(load.compare(Extent.WHOLE, 9).counts()).isEqualTo(new LoadReport(0, 0, 1, 0));
      assertThat(load.finish(FILE)).isEqualTo(new LoadReport(0, 0, 1, 0));
    }

    assertThat(missing()).isEmpty();
    assertThat(store.accounts().findByExternalId("crm", "A7")).isEmpty();
  }

  @Test
  void every_change_is_handed_on() {
    load(acme, zenith);
    List<RowChange> all = new ArrayList<>();
    try (AccountLoad load = store.accounts().startLoad("crm")) {
      load.add(Given.account("A1", "Acme Inc", "60614", 1_000), Given.units("60614"));
      load.forEachChange(Extent.WHOLE, all::add);
    }

    assertThat(all).extracting(RowChange::externalId).containsExactly("A1", "A2");
  }

  @Test
  void a_prospect_that_a_file_of_customers_has_is_told_and_counted_as_changed() {
    try (AccountLoad list = store.accounts().startLoad(Prospects.SOURCE)) {
      list.add(acme, Given.units("60614"));
      list.add(zenith, Given.units("60601"));
      list.finish();
    }
    Account sameName = Given.account("A2", "Zenith", "60601", 3_000);

    LoadChanges changes = compare(Extent.WHOLE, acme, sameName, newcomer());

    LoadReport counts = new LoadReport(1, 2, 0, 0);
    assertThat(changes.counts()).isEqualTo(counts);
    assertThat(changes.fields())
        .containsExactly(Map.entry("prospect", 2L), Map.entry("potential", 1L));
    assertThat(changes.sample())
        .contains(
            new RowChange.Changed("A1", "Acme", List.of(new FieldChange("prospect", "yes", "no"))));
    assertThat(store.accounts().findByExternalId(Prospects.SOURCE, "A1"))
        .as("a comparison writes nothing")
        .isPresent();
    assertThat(load(acme, sameName, newcomer())).isEqualTo(counts);
    assertThat(store.prospects().businessByArea())
        .allSatisfy(area -> assertThat(area.prospects()).isZero());
    assertThat(load(acme, sameName, newcomer())).isEqualTo(new LoadReport(0, 0, 3, 0));
  }

  /** The database's comparison against one by hand, and against what the load then does. */
  @Test
  void a_comparison_tells_what_the_load_does() {
    long seed = Long.getLong("seed", 11);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Account> known = new TreeMap<>();
    List<String> gone = new ArrayList<>();
    for (int world = 0; world < 25; world++) {
      Map<String, Account> file = new TreeMap<>();
      for (int k = random.nextInt(8); k > 0; k--) {
        String id = "A" + random.nextInt(9);
        file.put(id, Given.account(id, "Name " + random.nextInt(2), "60614", random.nextInt(2)));
      }
      LoadReport expected = byHand(known, gone, file);

      Account[] rows = file.values().toArray(Account[]::new);
      String told = "-Dseed=%s, world %s".formatted(seed, world);
      assertThat(compare(Extent.WHOLE, rows).counts()).as(told).isEqualTo(expected);
      assertThat(load(rows)).as(told).isEqualTo(expected);

      known.keySet().stream()
          .filter(id -> !file.containsKey(id) && !gone.contains(id))
          .forEach(gone::add);
      gone.removeAll(file.keySet());
      known.putAll(file);
      assertThat(missing()).as(told).containsExactlyInAnyOrderElementsOf(gone);
    }
  }

  private static LoadReport byHand(
      Map<String, Account> known, List<String> gone, Map<String, Account> file) {
    long inserted = file.keySet().stream().filter(id -> !known.containsKey(id)).count();
    long unchanged =
        file.entrySet().stream()
            .filter(row -> row.getValue().equals(known.get(row.getKey())))
            .count();
    long disappeared =
        known.keySet().stream().filter(id -> !file.containsKey(id) && !gone.contains(id)).count();
    return new LoadReport(inserted, file.size() - inserted - unchanged, unchanged, disappeared);
  }

  private LoadReport load(Account... accounts) {
    try (AccountLoad load = staged(accounts)) {
      return load.finish(FILE);
    }
  }

  private LoadChanges compare(Extent extent, Account... accounts) {
    try (AccountLoad load = staged(accounts)) {
      return load.compare(extent, 9);
    }
  }

  private AccountLoad staged(Account... accounts) {
    AccountLoad load = store.accounts().startLoad("crm");
    for (Account account : accounts) {
      load.add(account, Given.units(account.address().postcode()));
    }
    return load;
  }

  private StoredAccount named(String externalId) {
    return store.accounts().findByExternalId("crm", externalId).orElseThrow();
  }

  private List<String> missing() {
    return store
        .accounts()
        .list(new AccountQuery("", "", "", null, null, null, true, null), null, 100)
        .items()
        .stream()
        .map(stored -> stored.account().externalId())
        .toList();
  }
}
