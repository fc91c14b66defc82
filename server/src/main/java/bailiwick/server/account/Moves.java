package bailiwick.server.account;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.server.account.MoveWire.ProposedMovePage;
import bailiwick.server.account.MoveWire.ProposedMoveView;
import bailiwick.server.company.Today;
import bailiwick.server.published.PublishedRouters;
import bailiwick.store.Store;
import bailiwick.store.database.Page;
import bailiwick.store.ledger.MoveId;
import bailiwick.store.ledger.ProposedMove;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves that the rules propose, and making them. Thread-safe. */
public class Moves {

  private final Store store;
  private final PublishedRouters routers;
  private final Ownership ownership;
  private final Today today;

  /** Moves of a store. */
  public Moves(Store store, PublishedRouters routers, Ownership ownership, Today today) {
    this.store = store;
    this.routers = routers;
    this.ownership = ownership;
    this.today = today;
  }

  ProposedMovePage list(String layer, @Nullable String cursor, int limit) {
    Page<ProposedMove> page =
        store.moves().list(routers.getLayer(layer).id(), today.date(), cursor, limit);
    return new ProposedMovePage(views(page.items()), page.nextCursor());
  }

  ProposedMoveView make(MoveId id, String who) {
    return views(List.of(ownership.make(id, who))).getFirst();
  }

  private List<ProposedMoveView> views(List<ProposedMove> moves) {
    Map<AccountId, Account> accounts =
        store.accounts().getAll(moves.stream().map(ProposedMove::account).toList());
    return moves.stream()
        .map(move -> view(move, Objects.requireNonNull(accounts.get(move.account()))))
        .toList();
  }

  private static ProposedMoveView view(ProposedMove move, Account account) {
    TerritoryCode to = move.to();
    return new ProposedMoveView(
        move.id().toString(),
        account.id().toString(),
        account.externalId(),
        account.name(),
        move.from().value(),
        to == null ? null : to.value(),
        move.rule().isEmpty() ? null : move.rule(),
        move.reason(),
        move.proposedAt(),
        move.proposedBy());
  }
}
