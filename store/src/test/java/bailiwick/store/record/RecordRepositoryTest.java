package bailiwick.store.record;

import static bailiwick.store.Given.APR_1;
import static bailiwick.store.Given.JAN_1;
import static bailiwick.store.Given.MAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.core.unit.LonLat;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.duplicate.FoundPair;
import bailiwick.store.duplicate.KeptPair;
import bailiwick.store.duplicate.PairState;
import bailiwick.store.measure.Delivery;
import bailiwick.store.measure.DeliveryKind;
import bailiwick.store.measure.MeasureLoad;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class RecordRepositoryTest extends StoreContract {

  private static final Address CHICAGO =
      new Address("1 Main Street", "Chicago", "IL", "60614", "US");

  @Test
  void contacts_and_sites_are_found_by_their_account() {
    List<AccountId> accounts = Given.accounts(store, 2);
    ContactPerson zoe = person("C1", accounts.get(0), "Zoe");
    ContactPerson ada = person("C2", accounts.get(0), "ada");
    AccountSite plant =
        new AccountSite(
            "S1",
            accounts.get(0),
            "Plant",
            "factory",
            CHICAGO,
            new Location(new LonLat(-87.6, 41.9), Precision.POSTCODE, "US/IL/17031/60614"));
    AccountSite nowhere =
        new AccountSite(
            "S2", accounts.get(0), "", "", Address.UNKNOWN, new Location(null, Precision.NONE, ""));

    load(store.records().startContacts("crm"), zoe, ada, person("C3", accounts.get(1), "Bo"));
    load(store.records().startSites("crm"), plant, nowhere);

    assertThat(store.records().contactsOf(accounts.get(0))).containsExactly(ada, zoe);
    assertThat(store.records().sitesOf(accounts.get(0))).containsExactly(nowhere, plant);
    assertThat(store.records().sitesOf(accounts.get(1))).isEmpty();
  }

  @Test
  void what_files_say_of_a_merged_account_is_told_of_its_survivor() {
    List<AccountId> accounts = Given.accounts(store, 2);
    ContactPerson ada = person("C1", accounts.get(0), "Ada");
    ContactPerson bo = person("C2", accounts.get(1), "Bo");
    load(store.records().startContacts("crm"), ada, bo);

    var pair = new FoundPair(accounts.get(0), accounts.get(1), 0.9, "[]");
    store.duplicates().keep(List.of(pair));
    KeptPair kept = store.duplicates().list(PairState.OPEN, null, 1).items().getFirst();
    store.duplicates().merge(kept.id(), accounts.get(0), "planner", false);

    assertThat(store.records().contactsOf(accounts.get(0)))
        .extracting(ContactPerson::name)
        .containsExactly("Ada", "Bo");
  }

  @Test
  void assignments_are_of_accounts_or_of_areas_and_keep_owners_that_nobody_knows() {
    AccountId account = Given.accounts(store, 1).get(0);
    RepresentativeId ada = Given.representative(store, "Ada");
    var early = new ListedAssignment(account, "", "T1", "Ada", ada, null, MAR_1);
    var late = new ListedAssignment(account, "", "", "Nobody", null, MAR_1, null);
    var unit = new ListedAssignment(null, "60614", "T1", "", null, JAN_1, APR_1);

    load(store.records().startAssignments("crm"), late, unit, early);

    assertThat(store.records().assignmentsOf(account)).containsExactly(early, late);
    assertThat(store.records().assignmentsOfAreas()).containsExactly(unit);
  }

  @Test
  void an_assignment_that_ends_before_it_begins_is_refused() {
    var turned = new ListedAssignment(null, "60614", "T1", "", null, MAR_1, JAN_1);

    assertThatThrownBy(() -> load(store.records().startAssignments("crm"), turned))
        .isInstanceOf(DataAccessException.class);
    assertThat(store.records().assignmentsOfAreas()).isEmpty();
  }

  @Test
  void a_delivery_replaces_the_one_before_of_its_kind_and_source() {
    load(store.records().startProducts("crm"), product("P1", OptionalLong.of(500)));
    load(store.records().startProducts("shop"), product("P2", OptionalLong.empty()));
    load(store.records().startTerritories("crm"), new ListedTerritory("T1", "North", "Land"));

    load(store.records().startProducts("crm"), product("P3", OptionalLong.of(0)));

    assertThat(store.records().products())
        .containsExactly(product("P2", OptionalLong.empty()), product("P3", OptionalLong.of(0)));
    assertThat(store.records().territories())
        .containsExactly(new ListedTerritory("T1", "North", "Land"));
    assertThat(store.measures().deliveries())
        .extracting(Delivery::kind, Delivery::source, Delivery::rows)
        .containsExactlyInAnyOrder(
            tuple(DeliveryKind.PRODUCTS, "crm", 1L),
            tuple(DeliveryKind.PRODUCTS, "shop", 1L),
            tuple(DeliveryKind.TERRITORIES, "crm", 1L));
  }

  @Test
  void working_time_is_found_by_person_and_day() {
    RepresentativeId ada = Given.representative(store, "Ada");
    RepresentativeId bo = Given.representative(store, "Bo");
    WorkedTime later = new WorkedTime(ada, MAR_1, "visit", 250);
    WorkedTime earlier = new WorkedTime(ada, JAN_1, "", 800);

    load(store.records().startTime("hr"), later, earlier, new WorkedTime(bo, JAN_1, "", 1));

    assertThat(store.records().timeOf(ada)).containsExactly(earlier, later);
  }

  @Test
  void market_figures_of_one_area_and_measure_add_up() {
    load(
        store.records().startMarket("census"),
        new MarketFigure("US/IL/17031/60614", "establishments", 100),
        new MarketFigure("US/IL/17031/60614", "establishments", 50),
        new MarketFigure("US/IL/17031", "establishments", 7),
        new MarketFigure("US/IL/17031", "employees", 9));

    assertThat(store.records().market("establishments"))
        .containsExactly(
            new MarketFigure("US/IL/17031", "establishments", 7),
            new MarketFigure("US/IL/17031/60614", "establishments", 150));
    assertThat(store.records().marketTotals())
        .containsExactly(
            new MarketTotal("employees", 1, 9), new MarketTotal("establishments", 2, 157));
  }

  @Test
  void a_file_of_market_figures_replaces_its_own_measures_and_no_others() {
    load(
        store.records().startMarket("census"),
        new MarketFigure("US/IL/17031", "establishments", 7),
        new MarketFigure("US/WI/55025", "establishments", 5),
        new MarketFigure("US/IL/17031", "employees", 90));
    load(store.records().startMarket("survey"), new MarketFigure("US/IL/17031", "employees", 1));

    load(store.records().startMarket("census"), new MarketFigure("US/IL/17031", "employees", 80));

    assertThat(store.records().market("establishments"))
        .as("the later file does not have them")
        .hasSize(2);
    assertThat(store.records().market("employees"))
        .as("another source's stay, too")
        .containsExactly(new MarketFigure("US/IL/17031", "employees", 81));
  }

  @Test
  void a_file_of_market_figures_given_up_leaves_those_before() {
    load(store.records().startMarket("census"), new MarketFigure("US/IL/17031", "employees", 90));

    try (MeasureLoad<MarketFigure> load = store.records().startMarket("census")) {
      load.add(new MarketFigure("US/WI/55025", "employees", 1));
    }

    assertThat(store.records().market("employees"))
        .containsExactly(new MarketFigure("US/IL/17031", "employees", 90));
  }

  @SafeVarargs
  private static <T> void load(MeasureLoad<T> started, T... rows) {
    try (MeasureLoad<T> load = started) {
      for (T row : rows) {
        load.add(row);
      }
      load.finish("file.csv", APR_1, "planner");
    }
  }

  private static ContactPerson person(String id, AccountId account, String name) {
    return new ContactPerson(id, account, name, "Buyer", name + "@example.com", "");
  }

  private static Product product(String id, OptionalLong price) {
    return new Product(id, "Name of " + id, "", price);
  }
}
