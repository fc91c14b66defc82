package bailiwick.server.crm;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of pushes to CRMs. */
final class PushWire {

  private PushWire() {}

  /** What shall change of an account. */
  @Schema(description = "What shall change of an account in the CRM; null parts stay.")
  record PlannedChange(
      @Schema(description = "The account's id at the CRM.", example = "001000000000001AAA")
          String externalId,
      @Schema(description = "Its name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Owner there when last pulled.", example = "Omar Reyes")
          @Nullable String ownerBefore,
      @Schema(description = "Owner to be.", example = "Dana Whitfield") @Nullable String owner,
      @Schema(description = "Territory there when last pulled.", example = "Midwest")
          @Nullable String territoryBefore,
      @Schema(description = "Territory to be.", example = "Chicago North")
          @Nullable String territory) {}

  /** What a push would write. */
  @Schema(description = "What a push would write, by what was last pulled; nothing is written.")
  record PushDryRun(
      @Schema(description = "The day whose owners are meant.", example = "2027-01-15") LocalDate on,
      @Schema(description = "Accounts that were compared.", example = "4210") long compared,
      @Schema(description = "Accounts that differ and would be written.", example = "87")
          long changes,
      @Schema(
              description = "Accounts of vacant territories: their owner there stays.",
              example = "12")
          long vacant,
      @Schema(
              description = "Accounts of people whom the CRM does not know: likewise.",
              example = "3")
          long unknown,
      @Schema(description = "Names of those people, at most 200.", example = "[\"Kim Lindqvist\"]")
          List<String> unknownPeople,
      @Schema(
              description =
                  "Rows of an earlier push that was cut short; those sent are looked up, the others dropped.",
              example = "0")
          long left,
      @Schema(description = "What would be written, at most 200.") List<PlannedChange> rows) {}

  /** A change that did not go through. */
  @Schema(description = "A change that did not go through, and what the CRM holds.")
  record PushedChange(
      @Schema(description = "What was to be.") PlannedChange planned,
      @Schema(description = "Owner there by now.", example = "Kim Lindqvist")
          @Nullable String ownerNow,
      @Schema(description = "Territory there by now.", example = "Key accounts")
          @Nullable String territoryNow,
      @Schema(
              description = "The CRM's words; empty for a conflict.",
              example = "FIELD_CUSTOM_VALIDATION_EXCEPTION: held until the audit")
          String message) {}

  /** A push and what came of it. */
  @Schema(description = "A push and what came of its rows.")
  record PushView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b20")
          String id,
      @Schema(description = "The day whose owners it writes.", example = "2027-01-15") LocalDate on,
      @Schema(description = "Who pushed.", example = "dana") String who,
      @Schema(description = "When it began.", example = "2026-11-21T09:30:00Z") Instant startedAt,
      @Schema(
              description = "When it ended; null while rows are open.",
              example = "2026-11-21T09:30:20Z")
          @Nullable Instant finishedAt,
      @Schema(description = "Accounts written.", example = "84") long written,
      @Schema(description = "Accounts that held it already.", example = "0") long held,
      @Schema(
              description = "Accounts that changed there since the last pull; left as they are.",
              example = "2")
          long conflicts,
      @Schema(description = "Accounts that the CRM did not take.", example = "1") long refused,
      @Schema(
              description =
                  "Accounts of a push that was cut short, whose place a newer push has taken.",
              example = "0")
          long superseded,
      @Schema(description = "Accounts still to be written.", example = "0") long open,
      @Schema(description = "The conflicts, at most 200.") List<PushedChange> conflictRows,
      @Schema(description = "The refused ones, at most 200.") List<PushedChange> refusedRows) {}

  /** The last push, if any. */
  @Schema(description = "The last push of a connection.")
  record LastPush(
      @Schema(description = "The push; null when there was none.") @Nullable PushView push) {}
}
