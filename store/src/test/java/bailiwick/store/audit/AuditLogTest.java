package bailiwick.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.store.StoreContract;
import bailiwick.store.database.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditLogTest extends StoreContract {

  private void append(int count) {
    for (int i = 1; i <= count; i++) {
      store.audit().append("ada", "user.made", "u" + i, "{ \"n\" : " + i + "}");
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
  void entries_are_found_by_who_did_what_to_what_and_when() {
    append(2);
    store.audit().append("bob", "user.password.set", "u1", "{}");
    store.audit().append("bob", "userland.left", "u1", "{}");
    AuditEntry last = store.audit().list(null, 1).items().getFirst();

    assertThat(found(new AuditQuery("bob", null, null, null, null))).containsExactly(4L, 3L);
    assertThat(found(new AuditQuery(null, "user", null, null, null))).containsExactly(3L, 2L, 1L);
    assertThat(found(new AuditQuery(null, "user.made", null, null, null))).containsExactly(2L, 1L);
    assertThat(found(new AuditQuery(null, null, "u1", null, null))).containsExactly(4L, 3L, 1L);
    assertThat(found(new AuditQuery(null, null, null, last.at(), null))).contains(4L);
    assertThat(found(new AuditQuery(null, null, null, null, START))).isEmpty();
    assertThat(found(new AuditQuery("bob", "user", "u1", START, last.at().plusSeconds(1))))
        .containsExactly(3L);
  }

  private List<Long> found(AuditQuery wanted) {
    List<Long> shown = new ArrayList<>();
    store.audit().forEach(wanted, entry -> shown.addFirst(entry.sequence()));
    List<Long> listed =
        store.audit().list(wanted, null, 100).items().stream().map(AuditEntry::sequence).toList();
    assertThat(shown).isEqualTo(listed);
    return listed;
  }

  @Test
  void the_chain_holds_until_somebody_changes_an_entry() {
    append(4);
    assertThat(store.audit().findBreak()).isEmpty();

    JdbcClient jdbc = JdbcClient.create(store.dataSource());
    assertThatThrownBy(() -> jdbc.sql("UPDATE audit_entry SET who = 'eve'").update())
        .hasMessageContaining("only grows");
    tamper("UPDATE audit_entry SET who = 'eve' WHERE sequence = 3");
    assertThat(store.audit().findBreak()).contains(new AuditFault.Changed(3));
  }

  @Test
  void a_removed_entry_is_missed_in_its_place() {
    append(4);
    tamper("DELETE FROM audit_entry WHERE sequence = 2");

    assertThat(store.audit().findBreak()).contains(new AuditFault.Missing(2));
  }

  @Test
  void entries_that_changed_places_are_found() {
    append(4);
    tamper("UPDATE audit_entry SET sequence = 99 WHERE sequence = 2");
    tamper("UPDATE audit_entry SET sequence = 2 WHERE sequence = 3");
    tamper("UPDATE audit_entry SET sequence = 3 WHERE sequence = 99");

    assertThat(store.audit().findBreak()).contains(new AuditFault.Changed(2));
  }

  @Test
  void an_end_that_was_cut_off_shows_and_stays_visible_when_others_follow() {
    append(4);
    tamper("DELETE FROM audit_entry WHERE sequence > 2");

    assertThat(store.audit().findBreak()).contains(new AuditFault.Cut(3, 4));
    append(1);
    assertThat(store.audit().findBreak()).contains(new AuditFault.Missing(3));
  }

  @Test
  void an_entry_put_behind_the_last_shows() {
    append(2);
    tamper(
        "INSERT INTO audit_entry (sequence, at, who, action, subject, detail, hash)"
            + " SELECT 3, at, 'eve', action, subject, detail, hash FROM audit_entry"
            + " WHERE sequence = 2");

    assertThat(store.audit().findBreak()).contains(new AuditFault.Added(3));
  }

  @Test
  void the_recorded_end_goes_nowhere_but_forward() {
    append(3);

    JdbcClient jdbc = JdbcClient.create(store.dataSource());
    assertThatThrownBy(() -> jdbc.sql("UPDATE audit_head SET sequence = 2").update())
        .hasMessageContaining("only grows");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit_head").update())
        .hasMessageContaining("only grows");
  }

  @Test
  void a_noted_hash_shows_an_end_that_was_forged_together_with_its_record() {
    append(4);
    AuditChain whole = store.audit().verify(null);
    assertThat(whole.entries()).isEqualTo(4);
    assertThat(store.audit().verify(whole.lastHash()).holds()).isTrue();

    tamper("DELETE FROM audit_entry WHERE sequence = 4");
    tamper(
        "UPDATE audit_head SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry"
            + " WHERE sequence = 3)");

    assertThat(store.audit().verify(null).holds()).isTrue();
    assertThat(store.audit().verify(whole.lastHash()).holds()).isFalse();
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

  @Test
  void a_detail_tells_what_changed_and_no_more() {
    AuditDetail detail =
        new AuditDetail()
            .with("name", "Design 1")
            .changed("role", "PLANNER", "MANAGER")
            .changed("active", true, true)
            .text("rules", "a\nb\nb\n", "b\nc\n");

    AuditEntry entry = store.audit().append("ada", "thing.changed", 7, detail);

    assertThat(entry.subject()).isEqualTo("7");
    assertThat(entry.detail())
        .startsWith("{\"name\":\"Design 1\",\"role\":{\"from\":\"PLANNER\",\"to\":\"MANAGER\"},")
        .contains("\"removed\":[\"a\",\"b\"],\"added\":[\"c\"]")
        .doesNotContain("active");
  }
}
