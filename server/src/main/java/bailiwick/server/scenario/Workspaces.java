package bailiwick.server.scenario;

import bailiwick.core.problem.Problem;
import bailiwick.server.account.AccountBook;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.atlas.PlanUnits;
import bailiwick.server.atlas.PlanUnits.Ground;
import bailiwick.store.Store;
import bailiwick.store.plan.Plan;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the scenarios worked on in memory, each lent to one request at a time. The store stays the
 * truth: what is kept is thrown away when accounts change, when an edit fails, and when others are
 * needed more. Thread-safe.
 */
public class Workspaces {

  /** About 4 MB each over all US postcodes. */
  private static final int KEPT = 24;

  private final Store store;
  private final AccountBooks books;
  private final PlanUnits planUnits;
  private final ScenarioProofs proofs;
  private final LastUsed<ScenarioId, Desk> desks = new LastUsed<>(KEPT);

  /** Workspaces over a store. */
  public Workspaces(Store store, AccountBooks books, PlanUnits planUnits, ScenarioProofs proofs) {
    this.store = store;
    this.proofs = proofs;
    this.books = books;
    this.planUnits = planUnits;
  }

  /** A scenario laid out: its record in the store and the arithmetic over it. */
  static final class Desk {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Laid laid;
    private @Nullable AccountTerritories snapshot;
  }

  /**
   * What lies on a desk while it is lent.
   *
   * @param undecided what written rules ask for that the totals are without
   * @param edition of the books that were added up
   */
  record Laid(
      Plan plan,
      Scenario scenario,
      Ground ground,
      ScenarioWorkspace work,
      List<Problem> undecided,
      long edition) {

    /** The same after an edit of the scenario. */
    Laid after(Scenario edited, ScenarioWorkspace with) {
      return new Laid(plan, edited, ground, with, undecided, edition);
    }
  }

  /** Lends a scenario; nobody else changes it meanwhile. */
  <T> T with(ScenarioId id, Function<Laid, T> use) {
    Desk desk = desk(id);
    desk.lock.lock();
    try {
      return use.apply(laid(id, desk));
    } finally {
      desk.lock.unlock();
    }
  }

  /**
   * Lends a scenario for an edit: what the edit answers lies there afterwards. When the edit fails,
   * everything is laid out anew next time.
   */
  <T> T edit(ScenarioId id, Edit<T> edit) {
    Desk desk = desk(id);
    desk.lock.lock();
    try {
      Laid before = laid(id, desk);
      desk.laid = null;
      desk.snapshot = null;
      Edited<T> after = edit.apply(before);
      desk.laid = before.after(after.scenario(), after.work());
      return after.answer();
    } finally {
      desk.lock.unlock();
    }
  }

  /** Changes a scenario in the store, after which it is laid out anew; nobody has it meanwhile. */
  <T> T replace(ScenarioId id, Supplier<T> change) {
    Desk desk = desk(id);
    desk.lock.lock();
    try {
      return change.get();
    } finally {
      desk.laid = null;
      desk.snapshot = null;
      desk.lock.unlock();
    }
  }

  /** An edit of a scenario. */
  interface Edit<T> {
    /** Edits what is laid out. */
    Edited<T> apply(Laid laid);
  }

  /** What an edit leaves. */
  record Edited<T>(Scenario scenario, ScenarioWorkspace work, T answer) {}

  /** The territory of every account and unit of a scenario as it stands now. */
  public AccountTerritories territories(ScenarioId id) {
    Desk desk = desk(id);
    desk.lock.lock();
    try {
      Laid laid = laid(id, desk);
      AccountTerritories snapshot = desk.snapshot;
      if (snapshot == null) {
        snapshot = AccountTerritories.of(laid);
        desk.snapshot = snapshot;
      }
      return snapshot;
    } finally {
      desk.lock.unlock();
    }
  }

  /** Lays a scenario out anew from the store. */
  Laid layOut(ScenarioId id) {
    AlignedScenario aligned = store.scenarios().getAligned(id);
    Plan plan = store.plans().get(aligned.scenario().plan());
    Ground ground = planUnits.get(plan);
    long edition = books.edition();
    AccountBook book = books.get(plan.unitKind(), plan.country(), ground.numbering());
    ScenarioProofs.Held held = proofs.held(plan, aligned);
    ScenarioWorkspace work =
        new ScenarioWorkspace(
            book, ground.points(), ground.graph(), aligned.alignment(), held.territoryOf());
    return new Laid(plan, aligned.scenario(), ground, work, held.undecided(), edition);
  }

  /** Forgets a scenario. */
  void forget(ScenarioId id) {
    desks.forget(id);
  }

  private Laid laid(ScenarioId id, Desk desk) {
    Laid laid = desk.laid;
    if (laid == null || laid.edition != books.edition()) {
      laid = layOut(id);
      desk.laid = laid;
      desk.snapshot = null;
    }
    return laid;
  }

  private Desk desk(ScenarioId id) {
    return desks.get(id, Desk::new);
  }
}
