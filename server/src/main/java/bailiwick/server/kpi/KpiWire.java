package bailiwick.server.kpi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of key figures. */
public final class KpiWire {

  private KpiWire() {}

  /** Key figures per territory. */
  @Schema(description = "Key figures per territory. What cannot be known is null, never zero.")
  public record KpiTable(
      @Schema(description = "The plan.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          String planId,
      @Schema(
              description = "The scenario; null for what is published.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          @Nullable String scenarioId,
      @Schema(description = "The day.", example = "2027-01-15") LocalDate on,
      @Schema(description = "Currency of the money.", example = "USD") String currency,
      @Schema(description = "One row for each territory.") List<KpiRow> rows,
      @Schema(description = "Accounts without a territory.") KpiRow unowned,
      @Schema(description = "All accounts together.") KpiRow total) {}

  /** Key figures of a territory. */
  @Schema(description = "Key figures of a territory; money in whole currency units.")
  public record KpiRow(
      @Schema(description = "Code; empty in the total.", example = "T07") String territoryCode,
      @Schema(description = "Name; empty in the total.", example = "Chicago North")
          String territoryName,
      @Schema(description = "Representative; null when vacant.", example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(description = "Accounts.", example = "212") long accounts,
      @Schema(
              description = "Accounts that bought nothing in the last twelve months.",
              example = "80")
          long prospects,
      @Schema(description = "Money a year that could be sold.", example = "1250000")
          @Nullable Double potential,
      @Schema(description = "Money of the last twelve months.", example = "480000")
          @Nullable Double revenue,
      @Schema(description = "Quota a year; null when nobody has one.", example = "900000")
          @Nullable Double quota,
      @Schema(description = "Quota still to be sold; below 0 when exceeded.", example = "420000")
          @Nullable Double remainingQuota,
      @Schema(description = "Open opportunities.", example = "150000") @Nullable Double pipeline,
      @Schema(description = "Revenue over quota, a ratio.", example = "0.53")
          @Nullable Double attainment,
      @Schema(description = "Open pipeline over remaining quota, a ratio.", example = "0.36")
          @Nullable Double pipelineCoverage,
      @Schema(description = "Potential with the average territory at 100.", example = "104.1")
          @Nullable Double potentialIndex,
      @Schema(description = "Share of the company's potential, a ratio.", example = "0.026")
          @Nullable Double potentialShare,
      @Schema(description = "Revenue over potential, a ratio.", example = "0.38")
          @Nullable Double penetration,
      @Schema(
              description = "Why figures are missing.",
              example = "[\"The seat is vacant: there is no quota.\"]")
          List<String> notes) {}
}
