package bailiwick.server.publication;

import bailiwick.server.problem.ProblemItem;
import bailiwick.server.quality.QualityWire.QualityAcceptance;
import bailiwick.server.scenario.ScenarioRulesWire.WrittenRule;
import bailiwick.server.scenario.ScenarioWire.Flow;
import bailiwick.server.wire.Figures;
import bailiwick.store.ledger.Cause;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of publications. */
public final class PublicationWire {

  private PublicationWire() {}

  /** What to publish. */
  @Schema(description = "From when a scenario shall hold.")
  public record PublicationRequest(
      @NotNull @Schema(description = "First day.", example = "2027-01-01") LocalDate effectiveFrom,
      @Valid @Schema(description = "Needed where postcodes would belong to nobody.")
          @Nullable GapWaiver waiver,
      @Schema(
              description =
                  "What the dry run that you looked at rests on: when somebody published or took back"
                      + " since, it is refused with `PUBLICATION_STALE`. Absent: nobody looks.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          @Nullable String basis) {}

  /** Your word that some of the market may be nobody's. */
  @Schema(description = "Your word that some of the market may be nobody's; kept with your name.")
  public record GapWaiver(
      @Schema(
              description = "How many postcodes the dry run showed as nobody's; it covers no more.",
              example = "12",
              minimum = "1")
          @Min(1)
          int postcodes,
      @NotBlank
          @Size(max = 500)
          @Schema(description = "Why.", example = "The islands are served by a partner.")
          String reason) {}

  /** What a publication would do. */
  @Schema(description = "What a publication would do; nothing is written.")
  public record PublicationDryRun(
      @Schema(description = "The scenario.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          String scenarioId,
      @Schema(description = "First day.", example = "2027-01-01") LocalDate effectiveFrom,
      @Schema(description = "Rules the alignment turns into.", example = "812") int rules,
      @Schema(description = "Accounts decided.", example = "12000") long accounts,
      @Schema(description = "Accounts that no rule gives an owner.", example = "0") long unowned,
      @Schema(description = "Totals of the accounts that change owner.") Figures changed,
      @Schema(description = "Open opportunities of those, in sum.", example = "412000")
          double openPipeline,
      @Schema(
              description =
                  "Whole months for which those who lose them have had them without a break, in sum.",
              example = "1807")
          long relationshipMonths,
      @Schema(description = "From where to where, largest potential first.") List<Flow> flows,
      @Schema(description = "The accounts that move with the largest potential, at most 20.")
          List<DryRunMove> largest,
      @Schema(description = "What each written rule decides.") List<WrittenRule> written,
      @Schema(description = "Territories without a representative.", example = "[\"T12\"]")
          List<String> vacantTerritories,
      @Schema(description = "What stands in the way (ERROR) or is worth knowing.")
          List<ProblemItem> problems,
      @Schema(
              description = "Share of the potential on doubtful accounts; null without a limit.",
              example = "0.12")
          @Nullable Double doubtfulShare,
      @Schema(description = "Who accepted so much doubt; null when nobody did.")
          @Nullable QualityAcceptance accepted,
      @Schema(description = "Postcodes that would belong to nobody.", example = "0")
          int unownedPostcodes,
      @Schema(
              description = "What it rests on: hand it back with the publication.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String basis) {}

  /** An account that would move. */
  @Schema(description = "An account that would move.")
  public record MovedAccount(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Territory before; null for none.", example = "T07")
          @Nullable String from,
      @Schema(description = "Territory after; null for none.", example = "T11") @Nullable String to,
      @Schema(description = "Money a year that could be sold.", example = "48000")
          double potential) {}

  /** An account that would move, and what goes with it. */
  @Schema(description = "An account that would move, and what goes with it.")
  public record DryRunMove(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Territory before; null for none.", example = "T07")
          @Nullable String from,
      @Schema(description = "Territory after; null for none.", example = "T11") @Nullable String to,
      @Schema(description = "Who has it before; null for nobody.", example = "Dana Whitfield")
          @Nullable String fromRepresentative,
      @Schema(description = "Who has it after; null for nobody.", example = "Omar Reyes")
          @Nullable String toRepresentative,
      @Schema(description = "Money a year that could be sold.", example = "48000") double potential,
      @Schema(description = "Money a year that is sold.", example = "22000") double sales,
      @Schema(description = "Open opportunities, in sum.", example = "12000") double openPipeline,
      @Schema(
              description =
                  "Whole months for which the one who loses it has had it without a break; 0 when"
                      + " the same person keeps it.",
              example = "31")
          long relationshipMonths) {}

  /** A publication. */
  @Schema(description = "A scenario made real from a day on.")
  public record PublicationView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          String id,
      @Schema(description = "Its plan.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21")
          String planId,
      @Schema(
              description = "The scenario published.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b23")
          @Nullable String scenarioId,
      @Schema(description = "Name of the scenario.", example = "Proposed") String scenarioName,
      @Schema(description = "First day.", example = "2027-01-01") LocalDate effectiveFrom,
      @Schema(description = "When it was published.", example = "2026-11-21T09:30:00Z")
          Instant publishedAt,
      @Schema(description = "Who published it.", example = "maria") String publishedBy,
      @Schema(description = "Number of rules.", example = "812") int rules,
      @Schema(description = "Accounts decided.", example = "12000") long accounts,
      @Schema(description = "Accounts whose owner changed.", example = "1431") long changed,
      @Schema(
              description = "Share of the potential on doubtful accounts; null without a limit.",
              example = "0.12")
          @Nullable Double doubtfulShare,
      @Schema(
              description = "Who accepted doubtful data; null when nobody had to.",
              example = "maria")
          @Nullable String acceptedBy,
      @Schema(description = "Why.", example = "Addresses are checked after the kick-off.")
          @Nullable String acceptedWhy,
      @Schema(
              description = "Who let postcodes be nobody's; null when every one is owned.",
              example = "maria")
          @Nullable String waivedBy,
      @Schema(description = "Why.", example = "The islands are served by a partner.")
          @Nullable String waivedWhy,
      @Schema(description = "How many postcodes that covered.", example = "12")
          @Nullable Integer waivedPostcodes,
      @Schema(description = "That it was taken back; null while it stands.")
          @Nullable UndoneView undone) {}

  /** That a publication was taken back. */
  @Schema(description = "That a publication was taken back.")
  public record UndoneView(
      @Schema(description = "Who did.", example = "maria") String who,
      @Schema(description = "Why.", example = "The numbers were wrong.") String why,
      @Schema(description = "When.", example = "2027-01-09T09:30:00Z") Instant at,
      @Schema(description = "Accounts that went back to whom they had before.", example = "1431")
          long accounts,
      @Schema(
              description = "Accounts of which somebody had changed days since, which stayed.",
              example = "3")
          long kept) {}

  /** Why a publication is taken back. */
  @Schema(description = "Why a publication is taken back.")
  public record UndoRequest(
      @NotBlank
          @Size(max = 500)
          @Schema(description = "Reason.", example = "The numbers were wrong.")
          String why) {}

  /** What taking back a publication would do. */
  @Schema(description = "What taking back a publication would do; nothing is written.")
  public record UndoDryRun(
      @Schema(
              description = "Accounts that would go back to whom they had before.",
              example = "1431")
          long accounts,
      @Schema(
              description = "Accounts of which somebody has changed days since, which would stay.",
              example = "3")
          long kept,
      @Schema(
              description =
                  "From where to where, largest potential first; from a territory to itself where"
                      + " the earlier one of its code has them again.")
          List<Flow> flows,
      @Schema(description = "The accounts that go back with the largest potential, at most 20.")
          List<MovedAccount> largest,
      @Schema(description = "The accounts that stay with the largest potential, at most 20.")
          List<StayingAccount> staying) {}

  /** An account that would stay. */
  @Schema(description = "An account that stays when a publication is taken back, and why.")
  public record StayingAccount(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Territory that has it; null for nobody.", example = "T07")
          @Nullable String territory,
      @Schema(description = "First day on which it stays.", example = "2027-02-01") LocalDate from,
      @Schema(description = "Kind of the act that changed it since.", example = "CORRECTION")
          Cause cause,
      @Schema(description = "Who did it.", example = "maria") String who,
      @Schema(description = "Why.", example = "The handover was in March.") String why,
      @Schema(description = "When.", example = "2027-01-09T09:30:00Z") Instant at) {}

  /** Publications of a plan. */
  @Schema(description = "Publications of a plan, newest first.")
  public record PublicationList(
      @Schema(description = "The publications.") List<PublicationView> items) {}
}
