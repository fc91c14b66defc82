package bailiwick.server.potential;

import bailiwick.core.account.AccountId;
import bailiwick.intake.potential.ConversionRate;
import bailiwick.intake.potential.GroupSum;
import bailiwick.intake.potential.ModelProblem;
import bailiwick.intake.potential.PotentialWarnings;
import bailiwick.intake.potential.RatedModel;
import bailiwick.intake.potential.SegmentSums;
import bailiwick.intake.potential.SegmentTotal;
import bailiwick.intake.potential.Terms;
import bailiwick.server.account.AccountWire.Owner;
import bailiwick.server.potential.PotentialWire.BeforeAndAfter;
import bailiwick.server.potential.PotentialWire.PotentialPreview;
import bailiwick.server.potential.PotentialWire.SegmentPreview;
import bailiwick.server.potential.PotentialWire.StagePreview;
import bailiwick.server.potential.PotentialWire.TerritoryPreview;
import bailiwick.server.problem.ProblemItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model tried on all accounts: what it says in sum, beside what counts now. */
final class Trial {

  private final RatedModel model;
  private final SegmentSums sums;
  private final Sums all = new Sums();
  private final List<Sums> segments = new ArrayList<>();
  private final Map<String, Sums> territories = new TreeMap<>();
  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<String, Double> stages = new HashMap<>(); // stage -> cents

  private Trial(RatedModel model) {
    this.model = model;
    this.sums = new SegmentSums(model);
    model.rates().forEach(rate -> segments.add(new Sums()));
  }

  /** Some accounts before and after. */
  private static final class Sums {
    private long accounts;
    private long potentialBefore;
    private long potentialAfter;
    private long workloadBefore;
    private long workloadAfter;

    void add(AccountColumns accounts, int k, Terms terms) {
      this.accounts++;
      potentialBefore += accounts.potentialCents(k);
      potentialAfter += terms.potentialCents();
      workloadBefore += accounts.workloadCentihours(k);
      workloadAfter += terms.workloadCentihours();
    }

    BeforeAndAfter potential() {
      return BeforeAndAfter.ofHundredths(potentialBefore, potentialAfter);
    }

    BeforeAndAfter workload() {
      return BeforeAndAfter.ofHundredths(workloadBefore, workloadAfter);
    }
  }

  /** Tries a model. Cost: O(accounts · segments). */
  static Trial of(
      RatedModel model, AccountColumns accounts, Function<AccountId, @Nullable Owner> ownerOf) {
    Trial trial = new Trial(model);
    for (int k = 0; k < accounts.size(); k++) {
      trial.add(accounts, k, ownerOf.apply(accounts.id(k)));
    }
    return trial;
  }

  private void add(AccountColumns accounts, int k, @Nullable Owner owner) {
    Terms terms = model.terms(accounts.get(k));
    sums.add(terms);
    all.add(accounts, k, terms);
    segments.get(terms.segment()).add(accounts, k, terms);
    if (owner != null) {
      owners.putIfAbsent(owner.territoryCode(), owner);
      territories
          .computeIfAbsent(owner.territoryCode(), code -> new Sums())
          .add(accounts, k, terms);
    }
    accounts
        .get(k)
        .deals()
        .openCents()
        .forEach((stage, cents) -> stages.merge(stage, (double) cents, Double::sum));
  }

  /** What is odd about it. */
  List<ModelProblem> warnings() {
    return PotentialWarnings.of(
        sums.totals(),
        territories.values().stream()
            .map(each -> new GroupSum(each.accounts, each.potentialAfter))
            .toList());
  }

  PotentialPreview preview() {
    ConversionRate overall = model.overall();
    return new PotentialPreview(
        all.accounts,
        all.potential(),
        all.workload(),
        overall.won(),
        overall.closed(),
        overall.rate(),
        segmentPreviews(),
        territories.entrySet().stream()
            .map(entry -> territory(entry.getKey(), entry.getValue()))
            .toList(),
        stages.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> stage(entry.getKey(), entry.getValue()))
            .toList(),
        warnings().stream().map(ProblemItem::of).toList());
  }

  private List<SegmentPreview> segmentPreviews() {
    List<SegmentPreview> previews = new ArrayList<>();
    List<SegmentTotal> totals = sums.totals();
    for (int s = 0; s < totals.size(); s++) {
      SegmentTotal total = totals.get(s);
      previews.add(
          new SegmentPreview(
              total.name(),
              total.accounts(),
              total.accountsOfUnknownSize(),
              segments.get(s).potential(),
              segments.get(s).workload(),
              total.conversion().won(),
              total.conversion().closed(),
              total.conversion().rate()));
    }
    return previews;
  }

  private TerritoryPreview territory(String code, Sums territory) {
    Owner owner = owners.get(code);
    return new TerritoryPreview(
        code,
        owner == null ? code : owner.territoryName(),
        territory.accounts,
        territory.potential(),
        territory.workload());
  }

  private StagePreview stage(String stage, double cents) {
    OptionalDouble weight = model.model().weightOf(stage);
    return new StagePreview(
        stage, Math.round(cents) / 100.0, weight.isPresent() ? weight.getAsDouble() : null);
  }
}
