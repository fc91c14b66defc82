package bailiwick.server.proof;

import bailiwick.core.account.Account;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.server.publication.PublicationWire.MovedAccount;
import bailiwick.server.scenario.Amounts;
import bailiwick.server.scenario.ScenarioWire.Flow;
import bailiwick.server.wire.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The accounts that two versions decide otherwise. Belongs to one thread. */
final class AccountMoves {

  /** How many are told one by one. */
  static final int SHOWN = 1_000;

  private static final Comparator<Move> BY_POTENTIAL =
      Comparator.comparingLong((Move move) -> move.account.worth().potentialCents())
          .thenComparing(move -> move.account.id(), Comparator.reverseOrder());

  private record Hands(Optional<TerritoryCode> from, Optional<TerritoryCode> to) {}

  private record Move(Account account, Hands hands) {}

  private record Sum(long accounts, Worth worth) {
    Sum plus(Sum other) {
      return new Sum(accounts + other.accounts, worth.plus(other.worth));
    }
  }

  private final LeadRouter before;
  private final LeadRouter after;
  private final Map<Hands, Sum> flows = new HashMap<>();
  private final PriorityQueue<Move> largest = new PriorityQueue<>(BY_POTENTIAL);
  private long accounts;

  AccountMoves(LeadRouter before, LeadRouter after) {
    this.before = before;
    this.after = after;
  }

  void add(Account account) {
    accounts++;
    Attributes known = Attributes.of(account);
    Hands hands = new Hands(before.findTerritory(known), after.findTerritory(known));
    if (hands.from().equals(hands.to())) {
      return;
    }
    flows.merge(hands, new Sum(1, account.worth()), Sum::plus);
    largest.add(new Move(account, hands));
    if (largest.size() > SHOWN) {
      largest.remove();
    }
  }

  long accounts() {
    return accounts;
  }

  Figures moved() {
    Sum all = flows.values().stream().reduce(new Sum(0, Worth.NONE), Sum::plus);
    return Amounts.figures(all.accounts(), all.worth());
  }

  List<Flow> flows() {
    return flows.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Hands, Sum> flow) -> flow.getValue().worth().potentialCents())
                .reversed()
                .thenComparing(flow -> code(flow.getKey().from()))
                .thenComparing(flow -> code(flow.getKey().to())))
        .map(flow ->
            new Flow(
                orNull(flow.getKey().from()),
                orNull(flow.getKey().to()),
                Amounts.figures(flow.getValue().accounts(), flow.getValue().worth())))
        .toList();
  }

  List<MovedAccount> largest() {
    List<Move> sorted = new ArrayList<>(largest);
    sorted.sort(BY_POTENTIAL.reversed());
    return sorted.stream().map(AccountMoves::view).toList();
  }

  private static MovedAccount view(Move move) {
    Account account = move.account();
    return new MovedAccount(
        account.id().toString(),
        account.externalId(),
        account.name(),
        orNull(move.hands().from()),
        orNull(move.hands().to()),
        Amounts.whole(account.worth().potentialCents()));
  }

  private static String code(Optional<TerritoryCode> territory) {
    return territory.map(TerritoryCode::value).orElse("");
  }

  private static @Nullable String orNull(Optional<TerritoryCode> territory) {
    return territory.map(TerritoryCode::value).orElse(null);
  }
}
