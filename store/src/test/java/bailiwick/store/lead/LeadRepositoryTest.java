package bailiwick.store.lead;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.StoreContract;
import bailiwick.store.database.Page;
import org.junit.jupiter.api.Test;

class LeadRepositoryTest extends StoreContract {

  private StoredLead create(String name) {
    return store
        .leads()
        .create(
            new NewLead(
                name, "{\"a\":1}", null, new TerritoryCode("T1"), null, "{\"why\":[]}", "form"));
  }

  @Test
  void leads_keep_their_decision_and_are_listed_newest_first() {
    StoredLead first = create("first");
    StoredLead second = create("second");
    StoredLead third = create("third");

    Page<StoredLead> page = store.leads().list(null, 2);
    assertThat(page.items()).containsExactly(third, second);
    assertThat(store.leads().list(page.nextCursor(), 2).items()).containsExactly(first);
    assertThat(store.leads().find(first.id())).contains(first);
    assertThat(first.trace()).isEqualTo("{\"why\":[]}");
  }
}
