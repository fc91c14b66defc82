package bailiwick.server.crm;

import bailiwick.store.Store;
import bailiwick.store.crm.OwnedRow;
import bailiwick.store.crm.PlannedRow;
import bailiwick.store.crm.StoredConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a push would write: the accounts whose owner or territory by the ledger differs from what
 * the CRM held when we last looked. Immutable.
 *
 * @param compared accounts of the connection that somebody owns here
 * @param vacant accounts of territories whose seat is vacant: their owner stays as it is
 * @param unknown accounts whose representative the CRM does not know: likewise
 * @param unknownPeople names of those representatives
 * @param rows what would be written
 */
record PushPlan(
    long compared,
    long vacant,
    long unknown,
    SortedSet<String> unknownPeople,
    List<PlannedRow> rows) {

  static PushPlan of(Store store, StoredConnection connection, LocalDate on) {
    Builder plan = new Builder(!connection.territoryField().isEmpty());
    store.crm().pulled().forEachOwned(connection, on, plan::add);
    return new PushPlan(
        plan.compared, plan.vacant, plan.unknown, plan.unknownPeople, List.copyOf(plan.rows));
  }

  private static final class Builder {
    private final boolean withTerritories;
    private final SortedSet<String> unknownPeople = new TreeSet<>();
    private final List<PlannedRow> rows = new ArrayList<>();
    private long compared;
    private long vacant;
    private long unknown;

    Builder(boolean withTerritories) {
      this.withTerritories = withTerritories;
    }

    void add(OwnedRow row) {
      compared++;
      if (row.person().isEmpty()) {
        vacant++;
      } else if (row.owner() == null) {
        unknown++;
        unknownPeople.add(row.person());
      }
      String owner = changed(row.ownerHeld(), row.owner());
      String territory = withTerritories ? changed(row.territoryHeld(), row.territory()) : null;
      if (owner != null || territory != null) {
        rows.add(
            new PlannedRow(
                row.externalId(),
                row.name(),
                row.version(),
                row.ownerHeld(),
                owner,
                row.territoryHeld(),
                territory,
                false));
      }
    }

    private static @Nullable String changed(String held, @Nullable String wanted) {
      return wanted == null || wanted.equals(held) ? null : wanted;
    }
  }
}
