package bailiwick.server.standing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of standing checks. */
public final class StandingWire {

  private StandingWire() {}

  /** A layer. */
  @Schema(description = "One coverage responsibility over the accounts.")
  public record LayerView(
      @Schema(description = "Code.", example = "new-business") String code,
      @Schema(description = "Name.", example = "New business") String name,
      @Schema(
              description = "Publication whose rules are in force today; null when none is.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          @Nullable String publicationId) {}

  /** The layers. */
  @Schema(description = "The layers.")
  public record LayerList(@Schema(description = "The layers.") List<LayerView> items) {}

  /** What a check found. */
  @Schema(description = "Whether what is kept says what the rules in force decide.")
  public record StandingView(
      @Schema(description = "Code of the layer.", example = "new-business") String layer,
      @Schema(description = "The day checked.", example = "2026-11-21") LocalDate on,
      @Schema(description = "When it was checked.", example = "2026-11-21T09:30:00Z")
          Instant checkedAt,
      @Schema(
              description = "Publication whose rules decided.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String publicationId,
      @Schema(description = "Accounts looked at.", example = "12000") long accounts,
      @Schema(description = "Open opportunities looked at.", example = "310") long opportunities,
      @Schema(description = "Leads looked at: those that these rules decided.", example = "42")
          long leads,
      @Schema(description = "Differences that should not be.", example = "0") long contradictions,
      @Schema(description = "Differences that have a reason on record.", example = "3") long lawful,
      @Schema(description = "Each kind of difference that there is.") List<KindView> kinds,
      @Schema(description = "How long it took, seconds.", example = "0.4") double seconds) {

    static StandingView of(Standing standing) {
      Standing.Basis basis = standing.basis();
      return new StandingView(
          basis.layer().code(),
          basis.on(),
          basis.checkedAt(),
          basis.publication().toString(),
          standing.accounts(),
          standing.deals(),
          standing.leads(),
          standing.contradictions(),
          standing.lawful(),
          Arrays.stream(Disagreement.values())
              .filter(kind -> standing.count(kind) > 0)
              .map(kind -> new KindView(kind, kind.isLawful(), standing.count(kind)))
              .toList(),
          basis.took().toMillis() / 1_000.0);
    }
  }

  /** A kind of difference. */
  @Schema(description = "How many differences there are of a kind.")
  public record KindView(
      @Schema(description = "The kind.", example = "OTHER_TERRITORY") Disagreement kind,
      @Schema(description = "Whether it has a reason on record.", example = "false") boolean lawful,
      @Schema(description = "How many.", example = "1") long number) {}

  /** A difference. */
  @Schema(description = "An account or opportunity that the rules decide otherwise than is kept.")
  public record DifferenceView(
      @Schema(description = "The kind.", example = "OTHER_TERRITORY") Disagreement kind,
      @Schema(description = "Whether it has a reason on record.", example = "false") boolean lawful,
      @Schema(
              description = "The account; null for a lead.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          @Nullable String accountId,
      @Schema(
              description = "Its id in the system it came from; null for a lead.",
              example = "A-000123")
          @Nullable String externalId,
      @Schema(description = "Name of the account, or of the lead.", example = "Lakeview Clinic")
          String name,
      @Schema(
              description =
                  "The opportunity, by its id in the system it came from; null for others.",
              example = "D-77")
          @Nullable String opportunity,
      @Schema(
              description = "The lead; null for others.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b50")
          @Nullable String leadId,
      @Schema(
              description = "Territory of the ledger, or of the opportunity; null for nobody.",
              example = "T07")
          @Nullable String kept,
      @Schema(description = "Territory of the rules; null for nobody.", example = "T11")
          @Nullable String byRules,
      @Schema(
              description = "Name of the rule that wins; null when none does.",
              example = "T11-areas")
          @Nullable String rule,
      @Schema(
              description = "What differs, in one sentence.",
              example = "The ledger gives it to T07, and the rules to T11.")
          String sentence) {}

  /** A page of differences. */
  @Schema(description = "A page of the differences of the newest check.")
  public record DifferencePage(
      @Schema(description = "The differences.") List<DifferenceView> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "QWNtZQ")
          @Nullable String nextCursor) {}
}
