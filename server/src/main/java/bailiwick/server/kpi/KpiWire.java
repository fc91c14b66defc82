package bailiwick.server.kpi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
      @Schema(
              description =
                  "First day that revenue and quota count: of the fiscal year, or of the last twelve"
                      + " months when no revenue was loaded.",
              example = "2026-01-01")
          LocalDate from,
      @Schema(
              description =
                  "First day that does not count any more: not later than the files loaded reach.",
              example = "2026-10-01")
          LocalDate asOf,
      @Schema(description = "Currency of the money.", example = "USD") String currency,
      @Schema(description = "One row for each territory.") List<KpiRow> rows,
      @Schema(description = "Accounts without a territory.") KpiRow unowned,
      @Schema(description = "All accounts together.") KpiRow total,
      @Schema(description = "Where each figure comes from.") List<KpiSource> sources) {}

  /** Where a figure comes from. */
  @Schema(description = "Where a figure comes from.")
  public record KpiSource(
      @Schema(description = "The figure.", example = "revenue") String figure,
      @Schema(
              description =
                  "ACCOUNTS, REPRESENTATIVES, OPPORTUNITIES, ACTIVITIES, REVENUE, QUOTAS, or NONE"
                      + " when it is unknown.",
              example = "REVENUE")
          String origin,
      @Schema(description = "The same in a sentence.", example = "24123 rows of `revenue.csv`.")
          String sentence,
      @Schema(
              description = "First day that the file does not cover any more.",
              example = "2026-10-01")
          @Nullable LocalDate asOf,
      @Schema(description = "When it was loaded.", example = "2026-10-02T09:30:00Z")
          @Nullable Instant loadedAt) {}

  /** Key figures of a territory. */
  @Schema(description = "Key figures of a territory; money in whole currency units.")
  public record KpiRow(
      @Schema(description = "Code; empty in the total.", example = "T07") String territoryCode,
      @Schema(description = "Name; empty in the total.", example = "Chicago North")
          String territoryName,
      @Schema(description = "Representative; null when vacant.", example = "Dana Whitfield")
          @Nullable String representativeName,
      @Schema(description = "Accounts.", example = "212") long accounts,
      @Schema(description = "Accounts that bought nothing in the period.", example = "80")
          long prospects,
      @Schema(description = "Money a year that could be sold.", example = "1250000")
          @Nullable Double potential,
      @Schema(description = "Money of the period.", example = "480000") @Nullable Double revenue,
      @Schema(description = "Quota of the period; null when there is none.", example = "900000")
          @Nullable Double quota,
      @Schema(description = "Quota still to be sold; below 0 when exceeded.", example = "420000")
          @Nullable Double remainingQuota,
      @Schema(description = "Open opportunities.", example = "150000") @Nullable Double pipeline,
      @Schema(description = "Revenue over the quota to date, a ratio.", example = "0.53")
          @Nullable Double attainment,
      @Schema(description = "Open pipeline over remaining quota, a ratio.", example = "0.36")
          @Nullable Double pipelineCoverage,
      @Schema(description = "Potential with the average territory at 100.", example = "104.1")
          @Nullable Double potentialIndex,
      @Schema(description = "Share of the company's potential, a ratio.", example = "0.026")
          @Nullable Double potentialShare,
      @Schema(description = "Revenue over potential, a ratio.", example = "0.38")
          @Nullable Double penetration,
      @Schema(description = "Opportunities won in the last twelve months.", example = "41")
          @Nullable Long wonDeals,
      @Schema(description = "Opportunities lost in the last twelve months.", example = "112")
          @Nullable Long lostDeals,
      @Schema(description = "Won over won and lost, a ratio.", example = "0.27")
          @Nullable Double winRate,
      @Schema(description = "Accounts with a contact in the last 90 days.", example = "130")
          @Nullable Long contactedAccounts,
      @Schema(description = "The same over all accounts, a ratio.", example = "0.61")
          @Nullable Double coverage,
      @Schema(
              description = "Why figures are missing.",
              example = "[\"The seat is vacant: there is no quota.\"]")
          List<String> notes) {}
}
