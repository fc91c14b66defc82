package bailiwick.server.quality;

import bailiwick.intake.quality.Finding;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.QualityReport;
import bailiwick.intake.quality.QualityReport.Part;
import bailiwick.intake.quality.QualityReport.Sum;
import bailiwick.intake.quality.Spread;
import bailiwick.server.scenario.Amounts;
import bailiwick.store.quality.Acceptance;
import bailiwick.store.quality.QualityLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of data quality. */
public final class QualityWire {

  private static final double HUNDREDTH = 0.01;

  private QualityWire() {}

  /** A report. */
  @Schema(description = "How far the accounts of a scenario are to be believed.")
  public record QualityView(
      @Schema(description = "The day that ages are counted to.", example = "2026-11-21")
          LocalDate on,
      @Schema(description = "From when on something is doubtful.") Limits limits,
      @Schema(description = "All accounts.") QualityPart all,
      @Schema(description = "By territory; nobody's accounts last.") List<QualityPart> territories,
      @Schema(description = "Largest relative deviation of a territory's potential.")
          SpreadView potentialBalance,
      @Schema(description = "Largest relative deviation of a territory's workload.")
          SpreadView workloadBalance,
      @Schema(
              description =
                  "When all accounts were last looked through for duplicates; those told are the"
                      + " pairs kept then. Null when they never were: none are told.",
              example = "2026-11-20T08:00:00Z")
          @Nullable Instant duplicatesSearchedAt,
      @Schema(description = "Who accepted so much doubt; null when nobody has to or did.")
          @Nullable QualityAcceptance accepted) {

    static QualityView of(
        QualityReport report,
        QualityLimits limits,
        @Nullable Instant duplicatesSearchedAt,
        @Nullable Acceptance accepted) {
      return new QualityView(
          report.on(),
          Limits.of(limits),
          QualityPart.of(report.all()),
          report.territories().stream().map(QualityPart::of).toList(),
          SpreadView.of(report.potentialBalance()),
          SpreadView.of(report.workloadBalance()),
          duplicatesSearchedAt,
          accepted == null ? null : QualityAcceptance.of(accepted));
    }
  }

  /** A part of the accounts. */
  @Schema(description = "What is doubtful in a territory or in all.")
  public record QualityPart(
      @Schema(
              description = "Code of the territory; empty for nobody's and for all.",
              example = "T07")
          String code,
      @Schema(description = "Its name.", example = "Chicago North") String name,
      @Schema(description = "Accounts.", example = "312") long accounts,
      @Schema(description = "Accounts with a fault of the data.", example = "25")
          long doubtfulAccounts,
      @Schema(description = "Share of the potential that rests on them.", example = "0.082")
          double doubtfulShare,
      @Schema(description = "By kind; kinds without an account are left out.")
          List<DoubtShare> doubts,
      @Schema(description = "Potential a year.") SpreadView potential,
      @Schema(description = "Hours of work a year.") SpreadView workload) {

    static QualityPart of(Part part) {
      return new QualityPart(
          part.code(),
          part.name(),
          part.whole().accounts(),
          part.doubtful().accounts(),
          part.doubtfulShare(),
          part.by().entrySet().stream()
              .filter(entry -> entry.getValue().accounts() > 0)
              .map(entry -> DoubtShare.of(entry.getKey().code(), entry.getValue(), part.whole()))
              .toList(),
          SpreadView.of(part.potential().times(HUNDREDTH)),
          SpreadView.of(part.workload().times(HUNDREDTH)));
    }
  }

  /** One kind of doubt. */
  @Schema(description = "What rests on accounts with one kind of doubt.")
  public record DoubtShare(
      @Schema(description = "The kind.", example = "place_coarse") String doubt,
      @Schema(description = "Accounts.", example = "12") long accounts,
      @Schema(description = "Share of the accounts.", example = "0.04") double shareOfAccounts,
      @Schema(description = "Share of the potential.", example = "0.03") double shareOfPotential) {

    static DoubtShare of(String doubt, Sum sum, Sum whole) {
      return new DoubtShare(doubt, sum.accounts(), sum.shareOfAccounts(whole), sum.shareOf(whole));
    }
  }

  /** A figure and its limits. */
  @Schema(description = "A figure and between what it may lie given the data.")
  public record SpreadView(
      @Schema(description = "As the data stands.", example = "0.06") double recorded,
      @Schema(description = "The least that the doubts leave open.", example = "0.02") double low,
      @Schema(description = "The most.", example = "0.14") double high,
      @Schema(description = "One world in twenty has less.", example = "0.04") double low90,
      @Schema(description = "One in twenty has more.", example = "0.11") double high90) {

    static SpreadView of(Spread spread) {
      return new SpreadView(
          spread.recorded(), spread.low(), spread.high(), spread.low90(), spread.high90());
    }
  }

  /** Limits of data quality. */
  @Schema(description = "From when on data is doubtful, and how much may be at a publication.")
  public record Limits(
      @Min(1) @Max(120) @Schema(description = "Months without activity.", example = "12")
          int inactiveMonths,
      @Min(1)
          @Max(120)
          @Schema(description = "Months without a change of the row in its system.", example = "24")
          int staleMonths,
      @DecimalMin("0")
          @DecimalMax("1")
          @Schema(description = "Score from which on two accounts may be one.", example = "0.9")
          double leastScore,
      @DecimalMin("1")
          @DecimalMax("100")
          @Schema(
              description = "Robust standard deviations of an amount from the median of its like.",
              example = "5")
          double mostDeviations,
      @DecimalMin("0")
          @DecimalMax("1")
          @Schema(
              description =
                  "Share of the potential that may rest on doubtful accounts when a scenario is"
                      + " published; null for no limit.",
              example = "0.2")
          @Nullable Double mostDoubtfulShare,
      @Schema(description = "Version as last read; 0 before the first save.", example = "1")
          long version) {

    static Limits of(QualityLimits limits) {
      return new Limits(
          limits.inactiveMonths(),
          limits.staleMonths(),
          limits.leastScore(),
          limits.mostDeviations(),
          limits.mostDoubtfulShare(),
          limits.version());
    }

    QualityLimits toLimits() {
      return new QualityLimits(
          inactiveMonths, staleMonths, leastScore, mostDeviations, mostDoubtfulShare, version);
    }
  }

  /** A reason to accept doubtful data. */
  @Schema(
      description =
          "What a person saw and accepts, with a reason; it stands under the caller's name.")
  public record AcceptanceRequest(
      @NotNull
          @DecimalMin("0")
          @DecimalMax("1")
          @Schema(
              description = "Share of the potential that was shown as doubtful.",
              example = "0.23")
          Double share,
      @NotNull
          @Schema(
              description = "First day of the publication that it was shown for.",
              example = "2027-01-01")
          LocalDate effectiveFrom,
      @NotBlank
          @Size(max = 500)
          @Schema(description = "Why.", example = "Addresses are checked after the kick-off.")
          String why) {}

  /** An acceptance. */
  @Schema(description = "A person's acceptance of doubtful data.")
  public record QualityAcceptance(
      @Schema(description = "Share of the potential that was doubtful.", example = "0.23")
          double share,
      @Schema(description = "Who.", example = "maria") String who,
      @Schema(description = "Why.", example = "Addresses are checked after the kick-off.")
          String why,
      @Schema(description = "When.", example = "2026-11-21T09:30:00Z") Instant at) {

    /** As JSON. */
    public static QualityAcceptance of(Acceptance one) {
      return new QualityAcceptance(one.share(), one.who(), one.why(), one.at());
    }
  }

  /** Findings. */
  @Schema(description = "Findings, those with the largest potential first.")
  public record FindingList(
      @Schema(description = "How many there are.", example = "240") long total,
      @Schema(description = "The first of them.") List<FindingView> items) {}

  /** A finding. */
  @Schema(description = "One doubt about one account.")
  public record FindingView(
      @Schema(description = "The kind.", example = "owner_left") String doubt,
      @Schema(description = "What exactly.", example = "Ada Byron left on 2026-03-31")
          String detail,
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Code of its territory; null for none.", example = "T07")
          @Nullable String territory,
      @Schema(description = "Owner as its file names it.", example = "Ada Byron") String owner,
      @Schema(description = "Money a year that could be sold.", example = "48000")
          double potential) {

    static FindingView of(QualityReport report, Finding finding) {
      HeldAccount held = finding.account();
      return new FindingView(
          finding.doubt().code(),
          finding.detail(),
          held.account().id().toString(),
          held.account().externalId(),
          held.account().name(),
          held.territory() == HeldAccount.NOBODY
              ? null
              : report.territories().get(held.territory()).code(),
          held.account().ownerKey(),
          Amounts.whole(held.account().worth().potentialCents()));
    }
  }
}
