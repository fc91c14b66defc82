package bailiwick.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.store.StoreContract;
import bailiwick.store.database.Page;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditLogTest extends StoreContract {

  private void append(int count) {
    for (int i = 1; i <= count; i++) {
      store.audit().append("ada", "user.created", "u" + i, "{ \"n\" : " + i + "}");
    }
  }

  @Test
  void entries_are_numbered_without_gaps_and_listed_newest_first() {
    append(5);

    Page<AuditEntry> first = store.audit().list(null, 2);
    Page<AuditEntry> second = store.audit().list(first.nextCursor(), 10);

    assertThat(first.items()).extracting(AuditEntry::sequence).containsExactly(5L, 4L);
    assertThat(second.items()).extracting(AuditEntry::sequence).containsExactly(3L, 2L, 1L);
    assertThat(second.items().get(2).detail()).isEqualTo("{ \"n\" : 1}");
  }

  @Test
  void the_chain_holds_until_somebody_tampers() {
    append(4);
    assertThat(store.audit().findBreak()).isEmpty();

    JdbcClient jdbc = JdbcClient.create(store.dataSource());
    assertThatThrownBy(() -> jdbc.sql("UPDATE audit_entry SET who = 'eve'").update())
        .hasMessageContaining("only grows");
    tamper("UPDATE audit_entry SET who = 'eve' WHERE sequence = 3");
    assertThat(store.audit().findBreak()).hasValue(3);
  }

  @Test
  void a_noted_hash_shows_that_the_newest_entries_were_dropped() {
    append(4);
    AuditChain whole = store.audit().verify(null);
    assertThat(whole.entries()).isEqualTo(4);
    assertThat(store.audit().verify(whole.lastHash()).holds()).isTrue();

    tamper("DELETE FROM audit_entry WHERE sequence = 4");

    assertThat(store.audit().verify(null).holds()).isTrue();
    assertThat(store.audit().verify(whole.lastHash()).holds()).isFalse();
  }

  @Test
  void a_missing_entry_breaks_the_chain() {
    append(4);
    tamper("DELETE FROM audit_entry WHERE sequence = 2");

    assertThat(store.audit().findBreak()).hasValue(2);
  }

  /** What only the database's owner can do: past the trigger. */
  private void tamper(String sql) {
    store.inTransaction(() -> {
      JdbcClient jdbc = JdbcClient.create(store.dataSource());
      jdbc.sql("SET LOCAL session_replication_role = replica").update();
      return jdbc.sql(sql).update();
    });
  }

  @Test
  void an_entry_of_work_taken_back_is_taken_back_too() {
    assertThatThrownBy(() ->
            store.inTransaction(() -> {
              append(1);
              throw new IllegalStateException("stop");
            }))
        .hasMessage("stop");

    assertThat(store.audit().list(null, 1).items()).isEmpty();
  }
}
