package bailiwick.server.account;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.account.MoveWire.ProposedMovePage;
import bailiwick.server.account.MoveWire.ProposedMoveView;
import bailiwick.server.problem.Limits;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.ledger.MoveId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposed moves. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "accounts")
public class MoveResource {

  private final Moves moves;

  MoveResource(Moves moves) {
    this.moves = moves;
  }

  @GetMapping("/layers/{layer}/proposed-moves")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listProposedMoves",
      summary = "List the moves that the rules want since accounts changed")
  ProposedMovePage moves(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return moves.list(layer, cursor, Limits.required(limit));
  }

  @PostMapping("/proposed-moves/{id}/make")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "makeProposedMove",
      summary = "Make a proposed move, from today on",
      description =
          "Refused with `MOVE_OVERTAKEN` when the ledger or the rules say otherwise by now.")
  ProposedMoveView make(@PathVariable UUID id) {
    return moves.make(new MoveId(id), Caller.current().username());
  }
}
