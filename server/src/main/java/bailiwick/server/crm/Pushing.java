package bailiwick.server.crm;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmClient;
import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.crm.CrmPatience;
import bailiwick.intake.crm.CrmPush;
import bailiwick.intake.crm.PushOutcome;
import bailiwick.server.company.Today;
import bailiwick.server.crm.PushWire.PlannedChange;
import bailiwick.server.crm.PushWire.PushDryRun;
import bailiwick.server.crm.PushWire.PushView;
import bailiwick.server.crm.PushWire.PushedChange;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWork;
import bailiwick.store.Store;
import bailiwick.store.crm.ConnectionId;
import bailiwick.store.crm.PlannedRow;
import bailiwick.store.crm.Push;
import bailiwick.store.crm.PushedRow;
import bailiwick.store.crm.StoredConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pushes owners and territories of the ledger to a CRM. Of a push that was cut short, the rows that
 * were sent are looked up first and nothing more of it is written, since the ledger may have moved
 * on; then what differs by now is planned and written.
 */
public class Pushing {

  private static final int SHOWN = 200;
  private static final String OPEN = "OPEN";
  private static final String STOPPED = "Stopped; the next push goes on from here.";

  private final Store store;
  private final CrmClients clients;
  private final Today today;

  /** Pushes of a store's ledger. */
  public Pushing(Store store, CrmClients clients, Today today) {
    this.store = store;
    this.clients = clients;
    this.today = today;
  }

  JobWork.Outcome push(
      StoredConnection connection, LocalDate on, String who, JobWork.Progress progress) {
    requirePulled(connection);
    Waiting waiting = new Waiting(progress);
    CrmClient client = clients.client(connection, waiting, CrmPatience.OF_JOBS);
    Map<String, Long> sum = new HashMap<>();
    Optional<Push> cutShort = store.crm().pushes().findOpen(connection.id());
    if (cutShort.isPresent() && !close(client, cutShort.get(), waiting, progress, sum)) {
      return done(STOPPED, true);
    }
    Optional<Push> open = planned(connection, on, who);
    if (open.isPresent() && !finish(client, open.get(), waiting, progress, sum)) {
      return done(STOPPED, true);
    }
    return done(told(sum), false);
  }

  /**
   * Checks that the accounts of a connection were pulled.
   *
   * @throws ProblemException with {@code CRM_NOTHING_PULLED}
   */
  void requirePulled(StoredConnection connection) {
    boolean pulled =
        store.crm().pulled().states(connection.id()).stream()
            .anyMatch(
                state -> state.kind().equals(CrmKind.ACCOUNTS.name()) && state.pulledAt() != null);
    if (!pulled) {
      throw ProblemException.of(new ConnectionProblem.NothingPulled(connection.name()));
    }
  }

  private Optional<Push> planned(StoredConnection connection, LocalDate on, String who) {
    PushPlan plan = PushPlan.of(store, connection, on);
    if (plan.rows().isEmpty()) {
      return Optional.empty();
    }
    store.inTransaction(() -> {
      store.crm().pushes().start(connection.id(), on, who, plan.rows());
      return store
          .audit()
          .append(
              who,
              "crm.push",
              connection.id().toString(),
              "{\"on\":\"%s\",\"rows\":%s}".formatted(on, plan.rows().size()));
    });
    return store.crm().pushes().findOpen(connection.id());
  }

  /**
   * Closes a push that was cut short and adds what it had written without an answer; false when it
   * was stopped. What it did not write is planned anew, and told then.
   */
  private boolean close(
      CrmClient client,
      Push push,
      Waiting waiting,
      JobWork.Progress progress,
      Map<String, Long> sum) {
    store.crm().pushes().supersedeUnsent(push.id());
    long before = count(push, PushOutcome.WRITTEN.name());
    StoredPush book = new StoredPush(store.crm().pushes(), push, progress);
    if (!CrmPush.settleSent(client, book, () -> !waiting.stops())) {
      return false;
    }
    store.crm().pushes().finish(push.id());
    store
        .crm()
        .pushes()
        .findLast(push.connection())
        .map(ended -> count(ended, PushOutcome.WRITTEN.name()) - before)
        .filter(written -> written > 0)
        .ifPresent(written -> sum.merge(PushOutcome.WRITTEN.name(), written, Long::sum));
    return true;
  }

  /** Brings a push to its end and adds what came of its rows; false when it was stopped. */
  private boolean finish(
      CrmClient client,
      Push push,
      Waiting waiting,
      JobWork.Progress progress,
      Map<String, Long> sum) {
    StoredPush book = new StoredPush(store.crm().pushes(), push, progress);
    if (!CrmPush.run(client, book, () -> !waiting.stops())) {
      return false;
    }
    store.crm().pushes().finish(push.id());
    store
        .crm()
        .pushes()
        .findLast(push.connection())
        .ifPresent(ended -> ended.rows().forEach((end, rows) -> sum.merge(end, rows, Long::sum)));
    return true;
  }

  private static String told(Map<String, Long> sum) {
    if (sum.isEmpty()) {
      return "The CRM holds everything already; nothing was written.";
    }
    return "Wrote %s accounts; %s held it already, %s conflicts, %s refused."
        .formatted(
            sum.getOrDefault(PushOutcome.WRITTEN.name(), 0L),
            sum.getOrDefault(PushOutcome.HELD.name(), 0L),
            sum.getOrDefault(PushOutcome.CONFLICT.name(), 0L),
            sum.getOrDefault(PushOutcome.REFUSED.name(), 0L));
  }

  private static JobWork.Outcome done(String message, boolean stopped) {
    return new JobWork.Outcome.Done(
        message, stopped, null, BestSoFar.NOTHING, null, null, List.of());
  }

  LocalDate day(@Nullable LocalDate asked) {
    return asked == null ? today.date() : asked;
  }

  /** What a push would write; asks the CRM nothing and writes nothing. */
  PushDryRun dryRun(ConnectionId id, @Nullable LocalDate asked) {
    StoredConnection connection = store.crm().get(id);
    LocalDate on = day(asked);
    PushPlan plan = PushPlan.of(store, connection, on);
    Map<String, String> names = names(id);
    return new PushDryRun(
        on,
        plan.compared(),
        plan.rows().size(),
        plan.vacant(),
        plan.unknown(),
        plan.unknownPeople().stream().limit(SHOWN).toList(),
        store
            .crm()
            .pushes()
            .findOpen(id)
            .map(open -> open.rows().getOrDefault(OPEN, 0L))
            .orElse(0L),
        plan.rows().stream().limit(SHOWN).map(row -> change(row, names)).toList());
  }

  private Map<String, String> names(ConnectionId id) {
    Map<String, String> names = new HashMap<>();
    store
        .crm()
        .pulled()
        .forEach(
            id,
            CrmKind.PEOPLE.name(),
            false,
            person ->
                names.put(
                    person.externalId(), person.cells().getOrDefault("name", person.externalId())));
    return names;
  }

  private static PlannedChange change(PlannedRow row, Map<String, String> names) {
    return new PlannedChange(
        row.externalId(),
        row.name(),
        name(row.ownerBefore(), names),
        name(row.owner(), names),
        row.territoryBefore().isEmpty() ? null : row.territoryBefore(),
        row.territory());
  }

  private static @Nullable String name(@Nullable String person, Map<String, String> names) {
    return person == null || person.isEmpty() ? null : names.getOrDefault(person, person);
  }

  /** The last push with what did not go through; empty when there was none. */
  Optional<PushView> last(ConnectionId id) {
    store.crm().get(id);
    return store.crm().pushes().findLast(id).map(push -> view(push, names(id)));
  }

  private PushView view(Push push, Map<String, String> names) {
    return new PushView(
        push.id().toString(),
        push.on(),
        push.who(),
        push.startedAt(),
        push.finishedAt(),
        count(push, PushOutcome.WRITTEN.name()),
        count(push, PushOutcome.HELD.name()),
        count(push, PushOutcome.CONFLICT.name()),
        count(push, PushOutcome.REFUSED.name()),
        count(push, PushOutcome.SUPERSEDED.name()),
        count(push, OPEN),
        changes(push, PushOutcome.CONFLICT, names),
        changes(push, PushOutcome.REFUSED, names));
  }

  private static long count(Push push, String outcome) {
    return push.rows().getOrDefault(outcome, 0L);
  }

  private List<PushedChange> changes(Push push, PushOutcome outcome, Map<String, String> names) {
    List<PushedChange> changes = new ArrayList<>();
    for (PushedRow row : store.crm().pushes().rows(push.id(), outcome.name(), SHOWN)) {
      changes.add(
          new PushedChange(
              change(row.planned(), names),
              name(row.ownerNow(), names),
              row.territoryNow().isEmpty() ? null : row.territoryNow(),
              row.message()));
    }
    return changes;
  }
}
