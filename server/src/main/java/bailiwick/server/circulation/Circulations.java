package bailiwick.server.circulation;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.circulation.SentAccount;
import bailiwick.intake.circulation.SentScenario;
import bailiwick.intake.circulation.SheetAnswer;
import bailiwick.intake.circulation.SheetProblem;
import bailiwick.intake.circulation.SheetReader;
import bailiwick.intake.circulation.SheetWriter;
import bailiwick.intake.table.TableSource;
import bailiwick.server.circulation.CirculationWire.ReturnedSheet;
import bailiwick.server.circulation.CirculationWire.SheetMove;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.roster.Roster;
import bailiwick.server.scenario.AccountTerritories;
import bailiwick.server.scenario.Amounts;
import bailiwick.server.scenario.SettledAccounts;
import bailiwick.server.scenario.Workspaces;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.scenario.AlignedScenario;
import bailiwick.store.scenario.NewScenario;
import bailiwick.store.scenario.Scenario;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioKind;
import bailiwick.store.scenario.ScenarioTerritory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sends scenarios out as workbooks and takes them back. Thread-safe. */
public class Circulations {

  private static final int MOST_MOVES = 100;
  private static final int MOST_PROBLEMS = 500;

  private final Store store;
  private final Workspaces workspaces;
  private final Roster roster;
  private final SettledAccounts settled;
  private final Lock reading = new ReentrantLock(true);

  /** Workbooks of a store's scenarios. */
  public Circulations(Store store, Workspaces workspaces, Roster roster, SettledAccounts settled) {
    this.store = store;
    this.workspaces = workspaces;
    this.roster = roster;
    this.settled = settled;
  }

  /**
   * Fails when there is no such scenario, or it does not fit into a workbook, before an answer has
   * begun.
   *
   * @throws ProblemException with {@code SHEET_TOO_MANY_ACCOUNTS} and others
   */
  void require(ScenarioId id) {
    store.scenarios().get(id);
    requireFitting(store.accounts().count());
  }

  /** Refuses more accounts than a workbook takes. */
  static void requireFitting(long accounts) {
    if (accounts > SheetWriter.MOST_ROWS) {
      throw ProblemException.of(new SheetProblem.TooManyAccounts(accounts, SheetWriter.MOST_ROWS));
    }
  }

  /** Writes every account of a scenario, with drop-downs of its territories. */
  void write(ScenarioId id, OutputStream out) throws IOException {
    Scenario scenario = store.scenarios().get(id);
    int rows = (int) Math.max(1, store.accounts().count());
    try (SheetWriter writer = SheetWriter.open(out, sent(scenario), rows)) {
      forEach(
          scenario,
          account -> {
            try {
              writer.add(account);
            } catch (IOException gone) {
              throw new UncheckedIOException(gone);
            }
          });
    }
  }

  private SentScenario sent(Scenario scenario) {
    return new SentScenario(
        scenario.id().toString(),
        scenario.name(),
        scenario.version(),
        scenario.territories().stream().map(this::choice).toList());
  }

  private SentScenario.Choice choice(ScenarioTerritory territory) {
    String person = roster.name(territory.representative());
    return new SentScenario.Choice(
        territory.code().value(), territory.name(), person == null ? "" : person);
  }

  private void forEach(Scenario scenario, Consumer<SentAccount> consumer) {
    AccountTerritories territories = workspaces.territories(scenario.id());
    Predicate<StoredAccount> locked = settled.of(scenario.id());
    store
        .accounts()
        .forEach(stored -> {
          OptionalInt number = territories.book().findNumber(stored.account().id());
          int territory = number.isEmpty() ? -1 : territories.ofAccount(number.getAsInt());
          String code = territory < 0 ? "" : scenario.territories().get(territory).code().value();
          consumer.accept(sent(stored, code, locked.test(stored)));
        });
  }

  private static SentAccount sent(StoredAccount stored, String territory, boolean locked) {
    Account account = stored.account();
    return new SentAccount(
        account.id().toString(),
        account.externalId(),
        account.name(),
        account.address().city(),
        account.address().region(),
        account.address().postcode(),
        BigDecimal.valueOf(account.worth().potentialCents(), 2),
        BigDecimal.valueOf(account.worth().workloadCentihours(), 2),
        territory,
        locked);
  }

  /**
   * Reads a workbook that came back. One is read at a time: each takes memory for all accounts.
   *
   * @param name of the scenario to make of it; null to look only
   * @throws ProblemException with {@code SHEET_TOO_MANY_ACCOUNTS} and others
   */
  ReturnedSheet read(ScenarioId id, TableSource source, @Nullable String name, String who) {
    require(id);
    SheetAnswer answer = compare(store.scenarios().get(id), source);
    ScenarioId made =
        name == null || answer.isForeign() || answer.moves().isEmpty()
            ? null
            : make(id, answer, name.strip(), who);
    return view(answer, made);
  }

  private SheetAnswer compare(Scenario scenario, TableSource source) {
    reading.lock();
    try {
      Map<String, SentAccount> accounts = new LinkedHashMap<>();
      forEach(scenario, account -> accounts.put(account.id(), account));
      return SheetReader.read(source, sent(scenario), accounts);
    } finally {
      reading.unlock();
    }
  }

  /**
   * A copy of the scenario in which the accounts are held by name where their unit is another's.
   */
  private ScenarioId make(ScenarioId id, SheetAnswer answer, String name, String who) {
    AlignedScenario source = store.scenarios().getAligned(id);
    Map<AccountId, TerritoryCode> named = new HashMap<>(store.scenarios().named(id));
    for (SheetAnswer.Move move : answer.moves()) {
      AccountId account = new AccountId(UUID.fromString(move.account().id()));
      TerritoryCode to = new TerritoryCode(move.to());
      if (to.equals(byUnit(source, account))) {
        named.remove(account);
      } else {
        named.put(account, to);
      }
    }
    return store
        .scenarios()
        .create(
            new NewScenario(
                source.scenario().plan(),
                name,
                ScenarioKind.PROPOSAL,
                id,
                source.scenario().brief(),
                source.scenario().territories(),
                source.alignment(),
                named,
                who),
            store.scenarios().rules(id))
        .id();
  }

  private @Nullable TerritoryCode byUnit(AlignedScenario source, AccountId account) {
    AccountTerritories territories = workspaces.territories(source.scenario().id());
    OptionalInt number = territories.book().findNumber(account);
    int unit = number.isEmpty() ? -1 : territories.book().unitOf(number.getAsInt());
    int territory = unit < 0 ? Alignment.UNASSIGNED : source.alignment().territoryOf(unit);
    return territory == Alignment.UNASSIGNED
        ? null
        : source.scenario().territories().get(territory).code();
  }

  private static ReturnedSheet view(SheetAnswer answer, @Nullable ScenarioId made) {
    List<SheetAnswer.Move> moves = new ArrayList<>(answer.moves());
    moves.sort(
        Comparator.comparing((SheetAnswer.Move move) -> move.account().potential()).reversed());
    return new ReturnedSheet(
        made == null ? null : made.toString(),
        moves.size(),
        answer.unchanged(),
        moves.stream().limit(MOST_MOVES).map(Circulations::view).toList(),
        answer.problems().stream().limit(MOST_PROBLEMS).map(ProblemItem::of).toList(),
        answer.problems().size());
  }

  private static SheetMove view(SheetAnswer.Move move) {
    SentAccount account = move.account();
    return new SheetMove(
        account.id(),
        account.externalId(),
        account.name(),
        account.territory().isEmpty() ? null : account.territory(),
        move.to(),
        Amounts.whole(account.potential().movePointRight(2).longValueExact()));
  }
}
