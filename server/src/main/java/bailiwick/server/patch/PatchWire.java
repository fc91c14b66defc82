package bailiwick.server.patch;

import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.kpi.KpiWire.KpiRow;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of a representative's patch. */
public final class PatchWire {

  private PatchWire() {}

  /** What a representative has. */
  @Schema(
      description =
          "What a representative has on a day. The accounts themselves are listed by /accounts and"
              + " /accounts/points, which show a representative the own ones only.")
  public record Patch(
      @Schema(description = "The day.", example = "2027-01-15") LocalDate on,
      @Schema(description = "The representative.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          String representativeId,
      @Schema(description = "Name.", example = "Dana Whitfield") String representativeName,
      @Schema(description = "Currency of the amounts.", example = "USD") String currency,
      @Schema(description = "What is in force that day; null when nothing is.")
          @Nullable PatchPublication published,
      @Schema(description = "What comes into force next; null when nothing is known to.")
          @Nullable PatchPublication next,
      @Schema(description = "Territories the representative serves that day.")
          List<PatchTerritory> territories,
      @Schema(description = "What changed with the publication in force and since; null without.")
          @Nullable PatchChanges changes) {}

  /** A publication as a representative sees it. */
  @Schema(description = "A publication.")
  public record PatchPublication(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String id,
      @Schema(description = "Its plan.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          String planId,
      @Schema(description = "Name of the scenario published.", example = "Proposed")
          String scenarioName,
      @Schema(description = "First day.", example = "2027-01-01") LocalDate effectiveFrom,
      @Schema(description = "When it was published.", example = "2026-11-21T09:30:00Z")
          Instant publishedAt,
      @Schema(description = "Who published it.", example = "maria") String publishedBy) {}

  /** A territory against its target. */
  @Schema(description = "A territory that the representative serves, against its fair share.")
  public record PatchTerritory(
      @Schema(description = "Code.", example = "T07") String code,
      @Schema(description = "Name.", example = "Chicago North") String name,
      @Schema(description = "Number of its colour.", example = "3") int color,
      @Schema(description = "Where the day starts.") @Nullable Coordinates home,
      @Schema(description = "Target share, 1 for a full territory.", example = "1") double share,
      @Schema(description = "What it holds.") Figures totals,
      @Schema(description = "What it would hold if all held as much as their share.")
          Figures target,
      @Schema(description = "Totals against target, 100 is on target.") Figures index,
      @Schema(description = "Its key figures.") KpiRow figures) {}

  /** What changed. */
  @Schema(description = "What came and went since the day before the publication in force.")
  public record PatchChanges(
      @Schema(description = "The day compared with.", example = "2026-12-31") LocalDate since,
      @Schema(description = "Totals of what came.") Figures gained,
      @Schema(description = "Totals of what went.") Figures lost,
      @Schema(description = "Account by account, largest potential first, at most 500.")
          List<PatchChange> items) {}

  /** An account that came or went. */
  @Schema(description = "An account that came or went.")
  public record PatchChange(
      @Schema(description = "The account.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "City.", example = "Chicago") String city,
      @Schema(description = "True when it came, false when it went.", example = "true")
          boolean gained,
      @Schema(description = "Who had it; null when nobody.") @Nullable Owner from,
      @Schema(description = "Who has it; null when nobody.") @Nullable Owner to,
      @Schema(description = "Money a year that could be sold.", example = "48000") double potential,
      @Schema(
              description = "Why, in one sentence.",
              example = "Its area 60614 belongs to T07 Chicago North.")
          String reason) {}
}
