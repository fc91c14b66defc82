package bailiwick.intake.potential;

import bailiwick.core.account.Firmographics;
import java.util.List;
import java.util.Set;

/**
 * Which accounts belong to a segment: those that meet every condition. A condition that says
 * nothing is met by all.
 *
 * @param employees people who work there
 * @param revenueCents its own revenue a year in hundredths of the plan's currency
 * @param industries NAICS codes of which one must begin the account's; empty for any
 * @param labels words of the account's own segment column, of which one must be it, case ignored;
 *     empty for any
 * @param stages where it may be on its way to buying; empty for anywhere
 */
public record SegmentRule(
    Bounds employees,
    Bounds revenueCents,
    List<String> industries,
    List<String> labels,
    Set<BuyingStage> stages) {

  /** Every account. */
  public static final SegmentRule ALL =
      new SegmentRule(Bounds.NONE, Bounds.NONE, List.of(), List.of(), Set.of());

  public SegmentRule {
    industries = List.copyOf(industries);
    labels = List.copyOf(labels);
    stages = Set.copyOf(stages);
  }

  /** Whether every account meets it. */
  public boolean isForAll() {
    return equals(ALL);
  }

  /** Whether an account meets it. */
  boolean holds(Firmographics firmographics, BuyingStage stage) {
    return employees.holds(firmographics.employees())
        && revenueCents.holds(firmographics.annualRevenueCents())
        && (industries.isEmpty() || isIn(firmographics.industry()))
        && (labels.isEmpty() || labels.stream().anyMatch(firmographics.segment()::equalsIgnoreCase))
        && (stages.isEmpty() || stages.contains(stage));
  }

  private boolean isIn(String industry) {
    return industries.stream().anyMatch(industry::startsWith);
  }
}
