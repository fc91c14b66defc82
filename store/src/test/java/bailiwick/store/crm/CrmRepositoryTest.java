package bailiwick.store.crm;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.store.StoreContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrmRepositoryTest extends StoreContract {

  private static final byte[] SECRET = {1, 2, 3};
  private static final Instant EARLY = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-02-02T00:00:00.123Z");

  private StoredConnection connection() {
    CrmRepository crm = store.crm();
    return crm.create(
        crm.newId(),
        new NewConnection("Ours", "HUBSPOT", "https://api.example.com", "hub", "territory"),
        SECRET,
        "dana");
  }

  private static SeenRow row(String id, Instant version, String name) {
    return new SeenRow(id, version, false, Map.of("id", id, "name", name));
  }

  private List<String> names(ConnectionId id, boolean pendingOnly) {
    List<String> names = new ArrayList<>();
    store
        .crm()
        .pulled()
        .forEach(id, "ACCOUNTS", pendingOnly, seen -> names.add(seen.cells().get("name")));
    return names;
  }

  @Test
  void a_connection_is_kept_changed_and_forgotten() {
    StoredConnection made = connection();

    assertThat(store.crm().list()).extracting(StoredConnection::name).containsExactly("Ours");
    assertThat(made.secret()).isEqualTo(SECRET);
    assertRefused("STORE_ALREADY_EXISTS", this::connection);
    StoredConnection changed =
        store.crm().update(made.id(), "https://other.example.com", "", new byte[] {9});
    assertThat(changed.address()).isEqualTo("https://other.example.com");
    store.crm().pulled().keep(made.id(), "ACCOUNTS", List.of(row("1", EARLY, "A")), null, "");
    store.crm().delete(made.id());
    assertThat(store.crm().list()).isEmpty();
    assertRefused("STORE_NOT_FOUND", () -> store.crm().get(made.id()));
  }

  @Test
  void a_secret_takes_the_place_only_of_the_one_that_it_was_given_for() {
    ConnectionId id = connection().id();
    byte[] entered = {9};

    store.crm().replaceSecret(id, SECRET, new byte[] {7});
    assertThat(store.crm().get(id).secret()).containsExactly(7);
    store.crm().update(id, "https://other.example.com", "", null);
    assertThat(store.crm().get(id).secret()).as("left as it is").containsExactly(7);
    store.crm().update(id, "https://other.example.com", "", entered);
    store.crm().replaceSecret(id, new byte[] {7}, new byte[] {8});
    assertThat(store.crm().get(id).secret()).isEqualTo(entered);
  }

  private PushId push(ConnectionId id, String... accounts) {
    List<PlannedRow> rows =
        Stream.of(accounts)
            .map(account -> new PlannedRow(account, "A", EARLY, "", "12", "", null, false))
            .toList();
    return store.crm().pushes().start(id, LocalDate.parse("2026-03-01"), "dana", rows);
  }

  @Test
  void another_address_or_field_makes_what_was_pulled_and_planned_unknown() {
    StoredConnection made = connection();
    ConnectionId id = made.id();
    for (String changed : List.of("address", "field")) {
      store.crm().pulled().keep(id, "ACCOUNTS", List.of(row("1", EARLY, "A")), LATE, "");
      PushId push = push(id, "1");
      store
          .crm()
          .update(id, store.crm().get(id).address(), store.crm().get(id).territoryField(), SECRET);
      assertThat(names(id, false)).as("the same again").containsExactly("A");

      boolean address = changed.equals("address");
      store
          .crm()
          .update(
              id,
              "https://other.example.com",
              address ? made.territoryField() : "territory_two",
              SECRET);

      assertThat(names(id, false)).as(changed).isEmpty();
      assertThat(store.crm().pulled().states(id)).isEmpty();
      assertThat(store.crm().pushes().findOpen(id)).isEmpty();
      assertThat(store.crm().pushes().rows(push, "SUPERSEDED", 9)).hasSize(1);
    }
  }

  @Test
  void rows_that_were_never_sent_are_closed_without_being_written() {
    ConnectionId id = connection().id();
    Pushes pushes = store.crm().pushes();
    PushId push = push(id, "1", "2");
    pushes.sent(push, List.of("2"));

    pushes.supersedeUnsent(push);

    assertThat(pushes.next(push, 5)).extracting(PlannedRow::externalId).containsExactly("2");
    assertThat(pushes.rows(push, "SUPERSEDED", 9))
        .extracting(row -> row.planned().externalId())
        .containsExactly("1");
  }

  @Test
  void rows_are_pending_until_they_are_loaded_and_when_their_cells_change() {
    ConnectionId id = connection().id();
    PulledRows pulled = store.crm().pulled();
    pulled.keep(
        id, "ACCOUNTS", List.of(row("1", EARLY, "A"), row("2", EARLY, "B")), null, "page two");
    assertThat(pulled.states(id).getFirst().page()).isEqualTo("page two");
    assertThat(names(id, true)).containsExactly("A", "B");

    pulled.loaded(id, "ACCOUNTS", "{}");
    assertThat(names(id, true)).isEmpty();
    pulled.keep(id, "ACCOUNTS", List.of(row("1", LATE, "A"), row("2", LATE, "B2")), LATE, "");

    assertThat(names(id, true)).containsExactly("B2");
    assertThat(pulled.states(id).getFirst().since()).isEqualTo(LATE);
    assertThat(pulled.states(id).getFirst().pulledAt()).isAfterOrEqualTo(START);
  }

  @Test
  void an_older_row_never_replaces_a_newer_one() {
    ConnectionId id = connection().id();
    store.crm().pulled().keep(id, "ACCOUNTS", List.of(row("1", LATE, "New")), null, "");
    store.crm().pulled().keep(id, "ACCOUNTS", List.of(row("1", EARLY, "Old")), null, "");

    assertThat(names(id, false)).containsExactly("New");
  }

  @Test
  void deleted_rows_are_counted_and_not_handed_out() {
    ConnectionId id = connection().id();
    store
        .crm()
        .pulled()
        .keep(
            id,
            "ACCOUNTS",
            List.of(row("1", EARLY, "A"), new SeenRow("2", EARLY, true, Map.of("name", "B"))),
            null,
            "");

    assertThat(names(id, false)).containsExactly("A");
    assertThat(store.crm().pulled().pending(id, "ACCOUNTS"))
        .isEqualTo(new PulledRows.Pending(1, 1));
  }

  @Test
  void a_push_is_kept_row_by_row() {
    ConnectionId id = connection().id();
    store.crm().pulled().keep(id, "ACCOUNTS", List.of(row("1", EARLY, "A")), null, "");
    store.crm().pulled().loaded(id, "ACCOUNTS", "{}");
    Pushes pushes = store.crm().pushes();
    PushId push =
        pushes.start(
            id,
            LocalDate.parse("2026-03-01"),
            "dana",
            List.of(
                new PlannedRow("1", "A\tb", LATE, "", "12", "", null, false),
                new PlannedRow("2", "B", LATE, "11", "12", "Old", "North", false)));
    assertThat(pushes.findOpen(id).orElseThrow().rows()).isEqualTo(Map.of("OPEN", 2L));

    pushes.sent(push, List.of("2"));
    assertThat(pushes.next(push, 5)).extracting(PlannedRow::externalId).containsExactly("2", "1");
    assertThat(pushes.next(push, 1).getFirst())
        .isEqualTo(new PlannedRow("2", "B", LATE, "11", "12", "Old", "North", true));
    pushes.settle(push, "1", "WRITTEN", "", true, LATE, "12", "");
    pushes.settle(push, "2", "CONFLICT", "taken", false, LATE, "13", "");
    pushes.finish(push);

    Push last = pushes.findLast(id).orElseThrow();
    assertThat(last.rows()).isEqualTo(Map.of("WRITTEN", 1L, "CONFLICT", 1L));
    assertThat(last.finishedAt()).isNotNull();
    assertThat(pushes.findOpen(id)).isEmpty();
    assertThat(pushes.rows(push, "CONFLICT", 9).getFirst().ownerNow()).isEqualTo("13");
    // What was written counts as seen, and waits to be loaded.
    store
        .crm()
        .pulled()
        .forEach(
            id,
            "ACCOUNTS",
            true,
            seen -> {
              assertThat(seen.version()).isEqualTo(LATE);
              assertThat(seen.cells()).containsEntry("owner", "12").doesNotContainKey("territory");
            });
    assertThat(names(id, true)).containsExactly("A");
  }
}
