package bailiwick.server.potential;

import bailiwick.intake.potential.AddressableSpend;
import bailiwick.intake.potential.Bounds;
import bailiwick.intake.potential.BuyingStage;
import bailiwick.intake.potential.PotentialModel;
import bailiwick.intake.potential.Segment;
import bailiwick.intake.potential.SegmentRule;
import bailiwick.intake.potential.Service;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.wire.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON of the model of potential and of what it says. */
public final class PotentialWire {

  private static final double HUNDREDTH = 100;

  private PotentialWire() {}

  /** The company's model. */
  @Schema(description = "The company's model of potential and workload, and the one in force.")
  public record PotentialView(
      @Schema(
              description = "Version; also the ETag. 0 while nobody has changed the usual model.",
              example = "3")
          long version,
      @Schema(description = "The model.") ModelView model,
      @Schema(description = "The model that counts; null while what files say counts.")
          @Nullable ModelInForceView inForce,
      @Schema(description = "Currency of the amounts.", example = "USD") String currency) {}

  /** The model that counts. */
  @Schema(description = "The model that the potential and workload of accounts come from.")
  public record ModelInForceView(
      @Schema(
              description = "Which version of the company's model it is; 0 for the usual one.",
              example = "3")
          long version,
      @Schema(description = "Who put it in force.", example = "planner") String appliedBy,
      @Schema(description = "When.", example = "2026-11-21T09:30:00Z") Instant appliedAt,
      @Schema(
              description = "When every account was last worked out anew.",
              example = "2026-11-22T09:30:00Z")
          Instant renewedAt) {}

  /** A model as files of the command line have it. */
  @Schema(
      description =
          "Every coefficient of a model, as in the file of `bailiwick potential --model`. In a"
              + " request what is left out is 0, no condition, or as usual.")
  public record ModelView(
      @Schema(
              description =
                  "In order: an account belongs to the first whose conditions it meets; the last"
                      + " has none.")
          List<SegmentView> segments,
      @Schema(description = "How conversion rates are learnt.") ConversionView conversion,
      @Schema(
              description =
                  "Share of an open deal's amount that counts, 0 to 1, by its stage; other stages"
                      + " count by the rate of the account's segment.",
              example = "{\"Proposal\": 0.5}")
          Map<String, Double> stages) {

    static ModelView of(PotentialModel model) {
      return new ModelView(
          model.segments().stream().map(SegmentView::of).toList(),
          new ConversionView(model.priorDeals(), model.rateWithoutDeals()),
          new TreeMap<>(model.stageWeights()));
    }
  }

  /** A segment. */
  @JsonInclude(JsonInclude.Include.NON_NULL) // what is sent back must not say null
  @Schema(description = "Accounts that are alike, with their coefficients; money in whole units.")
  public record SegmentView(
      @Schema(description = "Name, unique in the model.", example = "mid-market") String name,
      @Schema(description = "Fewest employees; absent for no limit.", example = "100")
          @Nullable Long employeesFrom,
      @Schema(description = "Fewer employees than this; absent for no limit.", example = "1000")
          @Nullable Long employeesBelow,
      @Schema(description = "Least revenue a year; absent for no limit.", example = "5000000")
          @Nullable Double revenueFrom,
      @Schema(description = "Less revenue than this; absent for no limit.", example = "50000000")
          @Nullable Double revenueBelow,
      @Schema(
              description = "First digits of NAICS codes, one of which is the account's; or any.",
              example = "[\"62\"]")
          List<String> industries,
      @Schema(
              description = "Words of the account's segment column, one of which it has; or any.",
              example = "[\"hospital\"]")
          List<String> labels,
      @Schema(
              description = "Some of customer, in-talks and prospect; or any.",
              example = "[\"customer\"]")
          List<String> buyingStages,
      @Schema(description = "What an account spends a year, with whomever.") SpendView spend,
      @Schema(description = "By how much sales grow in a year: 0.05 is 5 %.", example = "0.05")
          double growth,
      @Schema(description = "How an account is served.") ServiceView service) {

    static SegmentView of(Segment segment) {
      SegmentRule rule = segment.rule();
      return new SegmentView(
          segment.name(),
          orNull(rule.employees().from()),
          orNull(rule.employees().below()),
          money(rule.revenueCents(), true),
          money(rule.revenueCents(), false),
          rule.industries(),
          rule.labels(),
          rule.stages().stream().sorted().map(BuyingStage::word).toList(),
          SpendView.of(segment.spend()),
          segment.growth(),
          ServiceView.of(segment.service()));
    }

    private static @Nullable Long orNull(OptionalLong limit) {
      return limit.isPresent() ? limit.getAsLong() : null;
    }

    private static @Nullable Double money(Bounds bounds, boolean from) {
      OptionalLong cents = from ? bounds.from() : bounds.below();
      return cents.isPresent() ? cents.getAsLong() / HUNDREDTH : null;
    }
  }

  /** Addressable spend. */
  @Schema(description = "Addressable spend a year: the sum of three parts.")
  public record SpendView(
      @Schema(description = "Whatever its size.", example = "2000") double perAccount,
      @Schema(description = "For each employee.", example = "100") double perEmployee,
      @Schema(description = "Share of its own revenue, 0 to 1.", example = "0.002")
          double shareOfRevenue) {

    static SpendView of(AddressableSpend spend) {
      return new SpendView(
          spend.centsPerAccount() / HUNDREDTH,
          spend.centsPerEmployee() / HUNDREDTH,
          spend.shareOfRevenue());
    }
  }

  /** Service. */
  @Schema(description = "How an account is served in a year; driving is not in it.")
  public record ServiceView(
      @Schema(description = "Visits a year.", example = "6") double visits,
      @Schema(description = "Hours for each.", example = "1.5") double hoursPerVisit,
      @Schema(description = "Calls a year.", example = "12") double calls,
      @Schema(description = "Hours for each.", example = "0.5") double hoursPerCall,
      @Schema(description = "By how much longer it takes than a plain account.", example = "1")
          double complexity) {

    static ServiceView of(Service service) {
      return new ServiceView(
          service.visits(),
          service.hoursPerVisit(),
          service.calls(),
          service.hoursPerCall(),
          service.complexity());
    }
  }

  /** How rates are learnt. */
  @Schema(description = "How conversion rates are learnt from closed deals.")
  public record ConversionView(
      @Schema(
              description = "Closed deals that weigh as much as the rate of all deals.",
              example = "20")
          double priorDeals,
      @Schema(description = "Rate while no deal was ever closed, 0 to 1.", example = "0.2")
          double rateWithoutDeals) {}

  /** A trial. */
  @Schema(description = "What a model says of all accounts; nothing is written.")
  public record PotentialPreview(
      @Schema(description = "Accounts.", example = "4812") long accounts,
      @Schema(description = "Money a year.") BeforeAndAfter potential,
      @Schema(description = "Hours a year.") BeforeAndAfter workload,
      @Schema(description = "Deals won, of all accounts.", example = "412") long won,
      @Schema(description = "Deals closed, of all accounts.", example = "1850") long closed,
      @Schema(description = "Rate of all deals, 0 to 1.", example = "0.2227") double rate,
      @Schema(description = "In the model's order, those without accounts too.")
          List<SegmentPreview> segments,
      @Schema(description = "By today's owner, in order of codes; nobody's accounts left out.")
          List<TerritoryPreview> territories,
      @Schema(description = "Stages of open deals, the largest amount first.")
          List<StagePreview> stages,
      @Schema(description = "What is odd about it.") List<ProblemItem> warnings) {}

  /** Two figures. */
  @Schema(description = "What counts now, and what would.")
  public record BeforeAndAfter(
      @Schema(description = "What counts now.", example = "1250000") double before,
      @Schema(description = "What the model says.", example = "1312500.5") double after) {

    static BeforeAndAfter ofHundredths(long before, long after) {
      return new BeforeAndAfter(before / HUNDREDTH, after / HUNDREDTH);
    }
  }

  /** A segment in sum. */
  @Schema(description = "A segment in sum.")
  public record SegmentPreview(
      @Schema(description = "Name.", example = "mid-market") String name,
      @Schema(description = "Accounts that belong to it.", example = "912") long accounts,
      @Schema(
              description = "Of these, those whose spend leaves out a size that is not known.",
              example = "14")
          long sizeUnknown,
      @Schema(description = "Money a year.") BeforeAndAfter potential,
      @Schema(description = "Hours a year.") BeforeAndAfter workload,
      @Schema(description = "Deals won.", example = "61") long won,
      @Schema(description = "Deals closed.", example = "220") long closed,
      @Schema(
              description = "Rate reckoned with, drawn towards that of all where deals are few.",
              example = "0.2731")
          double rate) {}

  /** A territory in sum. */
  @Schema(description = "A territory's accounts in sum.")
  public record TerritoryPreview(
      @Schema(description = "Code.", example = "T07") String code,
      @Schema(description = "Name.", example = "Chicago North") String name,
      @Schema(description = "Accounts.", example = "212") long accounts,
      @Schema(description = "Money a year.") BeforeAndAfter potential,
      @Schema(description = "Hours a year.") BeforeAndAfter workload) {}

  /** A stage of open deals. */
  @Schema(description = "Open deals at a stage.")
  public record StagePreview(
      @Schema(description = "Stage as the deals have it.", example = "Proposal") String stage,
      @Schema(description = "Amount of all of them, unweighted.", example = "480300") double amount,
      @Schema(
              description = "Share of it that counts; null where the rate of the segment does.",
              example = "0.5")
          @Nullable Double weight) {}

  /** Where an account's potential comes from. */
  @Schema(description = "What counts as an account's potential and workload, and why.")
  public record AccountPotentialView(
      @Schema(description = "Money a year that counts.") Money potential,
      @Schema(description = "Hours a year that count.", example = "27") double workload,
      @Schema(description = "Money a year by its file.") Money importedPotential,
      @Schema(description = "Hours a year by its file.", example = "12.5") double importedWorkload,
      @Schema(description = "The terms that add up to it; null while no model is in force.")
          @Nullable TermsView terms) {}

  /** The terms of an account. */
  @Schema(
      description =
          "Conversion, open deals and growth add up to the potential, to the cent; visits and calls"
              + " to the workload.")
  public record TermsView(
      @Schema(description = "Its segment in the model.", example = "mid-market") String segment,
      @Schema(description = "What it spends a year, with whomever.") Money spend,
      @Schema(description = "Conversion rate of its segment, 0 to 1.", example = "0.2731")
          double rate,
      @Schema(description = "Spend times rate.") Money conversion,
      @Schema(description = "Its open deals by their stages.") Money openDeals,
      @Schema(description = "What its sales grow by; below 0 where they shrink.") Money growth,
      @Schema(description = "Hours a year of visits.", example = "9") double visitHours,
      @Schema(description = "Hours a year of calls.", example = "6") double callHours,
      @Schema(
              description = "Whether the spend leaves out a size that is not known.",
              example = "false")
          boolean sizeUnknown) {}
}
