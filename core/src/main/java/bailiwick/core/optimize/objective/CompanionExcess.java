package bailiwick.core.optimize.objective;

import bailiwick.core.design.Companions;
import bailiwick.core.optimize.plan.WorkingPlan;

/**
 * How many pairs of units are in different territories that belong together, or in one that must be
 * apart. A move costs O(companions of the unit). Not thread-safe.
 */
public final class CompanionExcess implements Excess {

  private final WorkingPlan plan;
  private final Companions companions;
  private long pairs;

  /** Follows a plan. */
  public CompanionExcess(WorkingPlan plan) {
    this.plan = plan;
    this.companions = plan.problem().companions();
    refresh();
  }

  @Override
  public double value() {
    return pairs;
  }

  @Override
  public double change(int unit, int to) {
    return step(unit, plan.territoryOf(unit), to);
  }

  @Override
  public double changeOfSwap(int one, int other) {
    int a = plan.territoryOf(one);
    int b = plan.territoryOf(other);
    // Each move alone would change what the two are to each other, which an exchange leaves.
    return step(one, a, b) + step(other, b, a) + 2L * bond(one, other);
  }

  /** 1 for a family, less 1 for each group in which the two must be apart. */
  private int bond(int one, int other) {
    int family = companions.familyOf(one);
    int bond = family >= 0 && family == companions.familyOf(other) ? 1 : 0;
    for (int k = 0; k < companions.groupCount(one); k++) {
      for (int i = 0; i < companions.groupCount(other); i++) {
        bond -= companions.group(one, k) == companions.group(other, i) ? 1 : 0;
      }
    }
    return bond;
  }

  @Override
  public boolean maySwing() {
    return false;
  }

  @Override
  public double reach(int unit, int to) {
    int family = companions.familyOf(unit);
    int reach = family < 0 ? 0 : companions.familySize(family) - 1;
    return reach + companions.groupCount(unit);
  }

  /** Change of the pairs when a unit moves between two territories. */
  private long step(int unit, int from, int to) {
    long step = 0;
    int family = companions.familyOf(unit);
    if (family >= 0) {
      for (int k = 0; k < companions.familySize(family); k++) {
        step += isWith(companions.member(family, k), unit, from, to);
      }
    }
    for (int k = 0; k < companions.groupCount(unit); k++) {
      int group = companions.group(unit, k);
      for (int i = 0; i < companions.apartSize(group); i++) {
        step -= isWith(companions.apartUnit(group, i), unit, from, to);
      }
    }
    return step;
  }

  /** 1 for another unit that is left behind, -1 for one that is joined. */
  private int isWith(int other, int unit, int from, int to) {
    if (other == unit) {
      return 0;
    }
    int territory = plan.territoryOf(other);
    return territory == from ? 1 : territory == to ? -1 : 0;
  }

  @Override
  public void moved(int unit, int from, int to) {
    pairs += step(unit, from, to);
  }

  @Override
  public double fromScratch() {
    return count();
  }

  @Override
  public void refresh() {
    pairs = count();
  }

  private long count() {
    long count = 0;
    for (int family = 0; family < companions.familyCount(); family++) {
      for (int k = 0; k < companions.familySize(family); k++) {
        for (int i = 0; i < k; i++) {
          count += isSame(companions.member(family, i), companions.member(family, k)) ? 0 : 1;
        }
      }
    }
    for (int group = 0; group < companions.apartCount(); group++) {
      for (int k = 0; k < companions.apartSize(group); k++) {
        for (int i = 0; i < k; i++) {
          count += isSame(companions.apartUnit(group, i), companions.apartUnit(group, k)) ? 1 : 0;
        }
      }
    }
    return count;
  }

  private boolean isSame(int one, int other) {
    return plan.territoryOf(one) == plan.territoryOf(other);
  }
}
