package bailiwick.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Location;
import bailiwick.core.account.Traits;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.database.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountRepositoryTest extends StoreContract {

  private final Account acme = Given.account("A1", "Acme Corporation", "60614", 1_000);
  private final Account zenith = Given.account("A2", "Zenith Foods", "60601", 2_000);

  @Test
  void a_loaded_account_reads_back_as_it_was_given_but_for_its_id() {
    Given.load(store, acme);

    StoredAccount stored = store.accounts().findByExternalId("crm", "A1").orElseThrow();

    assertThat(stored.account()).usingRecursiveComparison().ignoringFields("id").isEqualTo(acme);
    assertThat(stored.account().id().value().version()).isEqualTo(7);
    assertThat(stored.units()).isEqualTo(Given.units("60614"));
    assertThat(stored.version()).isEqualTo(1);
    assertThat(store.accounts().get(stored.account().id())).isEqualTo(stored);
  }

  @Test
  void a_second_load_updates_what_differs_and_keeps_the_ids() {
    Given.load(store, acme, zenith);
    StoredAccount before = store.accounts().findByExternalId("crm", "A1").orElseThrow();

    LoadReport report =
        Given.load(
            store,
            Given.account("A1", "Acme Inc", "60614", 1_000),
            zenith,
            Given.account("A3", "Newcomer", "60614", 5));

    assertThat(report).isEqualTo(new LoadReport(1, 1, 1, 0));
    StoredAccount after = store.accounts().get(before.account().id());
    assertThat(after.account().name()).isEqualTo("Acme Inc");
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
    assertThat(store.accounts().findByExternalId("crm", "A2").orElseThrow().version()).isOne();
  }

  @Test
  void product_line_tags_and_own_fields_change_by_a_load_and_one_by_one() {
    Given.load(store, acme);
    StoredAccount before = store.accounts().findByExternalId("crm", "A1").orElseThrow();
    Traits fresh = new Traits("", List.of("new"), Map.of("tier", "silver", "score", "2.5"));

    LoadReport report = Given.load(store, acme.withTraits(fresh));

    assertThat(report).isEqualTo(new LoadReport(0, 1, 0, 0));
    StoredAccount loaded = store.accounts().get(before.account().id());
    assertThat(loaded.account().traits()).isEqualTo(fresh);
    assertThat(Given.load(store, acme.withTraits(fresh))).isEqualTo(new LoadReport(0, 0, 1, 0));
    Traits less = fresh.withFields(Map.of("score", "")).withTags(List.of());
    assertThat(
            store
                .accounts()
                .update(loaded.account().withTraits(less), loaded.units(), loaded.version())
                .account()
                .traits())
        .isEqualTo(new Traits("", List.of(), Map.of("tier", "silver")));
  }

  @Test
  void a_change_of_traits_is_told_by_their_names() {
    Given.load(store, acme);

    try (AccountLoad load = store.accounts().startLoad("crm")) {
      load.add(
          acme.withTraits(new Traits("lab", acme.traits().tags(), Map.of("tier", "silver"))),
          Given.units("60614"));
      LoadChanges changes = load.compare(Extent.PART, 5);

      assertThat(changes.sample())
          .singleElement()
          .isEqualTo(
              new RowChange.Changed(
                  "A1",
                  acme.name(),
                  List.of(
                      new FieldChange("product", "imaging", "lab"),
                      new FieldChange("fields", "note=a=b; tier=gold", "tier=silver"))));
    }
  }

  @Test
  void of_two_rows_with_one_external_id_the_later_wins() {
    LoadReport report = Given.load(store, acme, Given.account("A1", "Acme the Second", "60614", 7));

    assertThat(report).isEqualTo(new LoadReport(1, 0, 0, 0));
    assertThat(store.accounts().findByExternalId("crm", "A1").orElseThrow().account().name())
        .isEqualTo("Acme the Second");
  }

  @Test
  void a_load_closed_before_its_end_leaves_no_trace() {
    try (AccountLoad load = store.accounts().startLoad("crm")) {
      load.add(acme, Given.units("60614"));
    }

    assertThat(store.accounts().count()).isZero();
    assertThat(Given.load(store, zenith).inserted()).isEqualTo(1);
  }

  @Test
  void odd_characters_survive_and_nul_is_dropped() {
    Account odd = Given.account("A\\1", "Tab\there \\N \"q\" Ünï\n東京\u0000!", "60614", 1);
    Given.load(store, odd);

    assertThat(store.accounts().findByExternalId("crm", "A\\1").orElseThrow().account().name())
        .isEqualTo("Tab\there \\N \"q\" Ünï\n東京!");
  }

  @Test
  void an_account_is_created_once() {
    StoredAccount created = store.accounts().create("crm", acme, Given.units("60614"));

    assertThat(store.accounts().get(created.account().id())).isEqualTo(created);
    assertRefused(
        "STORE_ALREADY_EXISTS", () -> store.accounts().create("crm", acme, Given.units("60614")));
  }

  @Test
  void an_update_on_an_older_version_is_refused() {
    StoredAccount created = store.accounts().create("crm", acme, AccountUnits.NONE);
    StoredAccount updated =
        store.accounts().update(renamed(created, "Acme 2"), created.units(), created.version());

    assertThat(updated.version()).isEqualTo(2);
    assertThat(updated.account().name()).isEqualTo("Acme 2");
    assertRefused(
        "STORE_STALE_VERSION",
        () -> store.accounts().update(renamed(created, "Acme 3"), created.units(), 1));
  }

  private static Account renamed(StoredAccount stored, String name) {
    Account account = stored.account();
    return new Account(
        account.id(),
        account.externalId(),
        name,
        account.address(),
        account.location(),
        account.firmographics(),
        account.worth(),
        account.ties(),
        account.upkeep(),
        account.ownerKey(),
        account.territoryKey());
  }

  @Test
  void an_unknown_account_is_a_problem_only_when_it_must_exist() {
    AccountId unknown = new AccountId(new UUID(1, 2));

    assertThat(store.accounts().find(unknown)).isEmpty();
    assertRefused("STORE_NOT_FOUND", () -> store.accounts().get(unknown));
  }

  @Test
  void pages_follow_each_other_by_name_without_gaps_or_doubles() {
    Given.accounts(store, 25);

    List<String> names = new ArrayList<>();
    String cursor = null;
    do {
      Page<StoredAccount> page = store.accounts().list(AccountQuery.ALL, cursor, 7);
      page.items().forEach(stored -> names.add(stored.account().name()));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(names).hasSize(25).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void a_cursor_of_another_kind_is_refused() {
    assertRefused("STORE_CURSOR_UNKNOWN", () -> store.accounts().list(AccountQuery.ALL, "%%%", 10));
  }

  @Test
  void search_finds_by_the_beginning_of_a_word_by_external_id_and_by_postcode() {
    Given.load(store, acme, zenith);

    assertThat(found("corp")).containsExactly("Acme Corporation");
    assertThat(found("acme corporat")).containsExactly("Acme Corporation");
    assertThat(found("a2")).containsExactly("Zenith Foods");
    assertThat(found("6060")).containsExactly("Zenith Foods");
    assertThat(found("orporation")).isEmpty();
    assertThat(found("100%_' & ! (")).isEmpty();
  }

  private List<String> found(String text) {
    return store.accounts().list(AccountQuery.text(text), null, 10).items().stream()
        .map(stored -> stored.account().name())
        .toList();
  }

  @Test
  void the_worth_of_accounts_is_that_of_whole_accounts() {
    Given.load(store, acme, zenith, Given.account("A3", "Third", "60614", 99));

    List<AccountWorth> worth = new ArrayList<>();
    store.accounts().forEachWorth(worth::add);
    List<AccountWorth> whole = new ArrayList<>();
    store.accounts().forEach(stored -> whole.add(AccountWorth.of(stored)));
    assertThat(worth).isEqualTo(whole).hasSize(3);
  }

  @Test
  void points_hold_every_placed_account() {
    Account nowhere =
        new Account(
            acme.id(),
            "A9",
            "Nowhere",
            acme.address(),
            Location.NONE,
            acme.firmographics(),
            acme.worth(),
            acme.ties(),
            acme.upkeep(),
            "",
            "");
    Given.load(store, acme, zenith, nowhere);

    AccountPoints points = store.accounts().points("US");

    assertThat(points.names()).containsExactly("Acme Corporation", "Zenith Foods");
    assertThat(points.potentialCents()).containsExactly(1_000, 2_000);
    assertThat(points.lon()).containsExactly(-87.6, -87.6);
  }

  @Test
  void accounts_are_counted_by_the_owner_they_name_and_those_without_owner_and_territory() {
    Given.load(
        store,
        owned("A1", "Ada Byron", "T01"),
        owned("A2", " ada byron ", "T02"),
        owned("A3", "", "T01"),
        owned("A4", "", " "));

    assertThat(store.accounts().countByOwner())
        .hasSize(2)
        .containsEntry("", 1L)
        .hasEntrySatisfying("Ada Byron", accounts -> assertThat(accounts).isEqualTo(2));
  }

  private static Account owned(String id, String owner, String territory) {
    Account account = Given.account(id, "Account " + id, "60614", 1_000);
    return new Account(
        account.id(),
        id,
        account.name(),
        account.address(),
        account.location(),
        account.firmographics(),
        account.worth(),
        account.ties(),
        account.upkeep(),
        owner,
        territory);
  }

  @Test
  void every_account_is_streamed_once_in_order_of_id() {
    Given.accounts(store, 40);

    List<AccountId> seen = new ArrayList<>();
    store.accounts().forEach(stored -> seen.add(stored.account().id()));

    assertThat(seen).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void a_query_by_owner_must_name_the_day() {
    assertThatThrownBy(() ->
            new AccountQuery(
                "",
                "",
                "",
                new bailiwick.core.alignment.TerritoryCode("T"),
                null,
                null,
                false,
                null))
        .hasMessageContaining("day");
  }
}
