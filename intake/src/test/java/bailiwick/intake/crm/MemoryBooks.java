package bailiwick.intake.crm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a store keeps of an exchange, in memory; every call may break off before it is kept. */
final class MemoryBooks implements PullBook, PushBook {

  /** The process dies here. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A row's end.
   *
   * @param now the row as the CRM had it
   */
  record Settled(PushOutcome outcome, @Nullable CrmRecord now, String message) {}

  private final Map<CrmKind, SortedMap<String, CrmRecord>> rows = new EnumMap<>(CrmKind.class);
  final Map<String, Settled> settled = new LinkedHashMap<>();
  private final Map<CrmKind, CrmPosition> positions = new EnumMap<>(CrmKind.class);
  private final Map<String, PushRow> open = new LinkedHashMap<>();
  private final BooleanSupplier killed;

  MemoryBooks(BooleanSupplier killed) {
    this.killed = killed;
  }

  MemoryBooks() {
    this(() -> false);
  }

  SortedMap<String, CrmRecord> rows(CrmKind kind) {
    return rows.computeIfAbsent(kind, any -> new TreeMap<>());
  }

  CrmRecord row(CrmKind kind, String id) {
    return Objects.requireNonNull(rows(kind).get(id), id);
  }

  Settled end(String id) {
    return Objects.requireNonNull(settled.get(id), id);
  }

  void plan(CrmWrite write) {
    open.put(write.id(), new PushRow(write, false));
  }

  Map<String, PushOutcome> outcomes() {
    Map<String, PushOutcome> outcomes = new HashMap<>();
    settled.forEach((id, end) -> outcomes.put(id, end.outcome()));
    return outcomes;
  }

  private void liveOrDie() {
    if (killed.getAsBoolean()) {
      throw new Killed();
    }
  }

  @Override
  public CrmPosition position(CrmKind kind) {
    return positions.getOrDefault(kind, CrmPosition.START);
  }

  @Override
  public void keep(CrmKind kind, List<CrmRecord> records, CrmPosition next) {
    liveOrDie();
    for (CrmRecord record : records) {
      rows(kind)
          .merge(
              record.id(),
              record,
              (old, fresh) -> fresh.version().isBefore(old.version()) ? old : fresh);
    }
    positions.put(kind, next);
    liveOrDie();
  }

  @Override
  public List<PushRow> next(int most) {
    liveOrDie();
    List<PushRow> all = new ArrayList<>(open.values());
    all.sort((a, b) -> Boolean.compare(b.sent(), a.sent()));
    return all.subList(0, Math.min(most, all.size()));
  }

  @Override
  public void sent(List<CrmWrite> writes) {
    liveOrDie();
    writes.forEach(write -> open.put(write.id(), new PushRow(write, true)));
    liveOrDie();
  }

  @Override
  public void settled(CrmWrite row, PushOutcome outcome, @Nullable CrmRecord now, String message) {
    liveOrDie();
    open.remove(row.id());
    settled.put(row.id(), new Settled(outcome, now, message));
    liveOrDie();
  }
}
