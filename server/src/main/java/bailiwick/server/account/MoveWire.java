package bailiwick.server.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of proposed moves. */
public final class MoveWire {

  private MoveWire() {}

  /** A move that waits. */
  @Schema(
      description =
          "A move that the published rules want, because the account changed after it had an owner;"
              + " it waits for somebody to make it.")
  public record ProposedMoveView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b70")
          String id,
      @Schema(description = "The account.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Its id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Its name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Territory that has it by the ledger.", example = "T07") String from,
      @Schema(
              description = "Territory that the rules give it to; null for nobody.",
              example = "T11")
          @Nullable String to,
      @Schema(
              description = "Name of the rule that wins; null when none does.",
              example = "T11-areas")
          @Nullable String rule,
      @Schema(
              description = "Why, in one sentence.",
              example = "It has changed: the rule `T11-areas` gives it to T11 now.")
          String reason,
      @Schema(description = "When it was proposed.", example = "2026-11-21T09:30:00Z")
          Instant proposedAt,
      @Schema(description = "Whose change led to it.", example = "crm-sync") String proposedBy) {}

  /** A page of moves. */
  @Schema(description = "A page of proposed moves, the oldest first.")
  public record ProposedMovePage(
      @Schema(description = "The moves.") List<ProposedMoveView> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "QWNtZQ")
          @Nullable String nextCursor) {}
}
