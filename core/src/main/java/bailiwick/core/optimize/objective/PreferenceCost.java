package bailiwick.core.optimize.objective;

import bailiwick.core.design.Preference;
import bailiwick.core.optimize.plan.WorkingPlan;

/** Cost of every unit in its territory by a preference. Not thread-safe. */
public final class PreferenceCost implements CostPart {

  private final WorkingPlan plan;
  private final Preference preference;
  private final double weight;
  private double value;

  /**
   * Follows a plan.
   *
   * @param weight multiplies the preference's costs
   */
  public PreferenceCost(WorkingPlan plan, Preference preference, double weight) {
    this.plan = plan;
    this.preference = preference;
    this.weight = weight;
    this.value = fromScratch();
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double change(int unit, int to) {
    return weight * (preference.at(unit, to) - preference.at(unit, plan.territoryOf(unit)));
  }

  @Override
  public void moved(int unit, int from, int to) {
    value += weight * (preference.at(unit, to) - preference.at(unit, from));
  }

  @Override
  public double fromScratch() {
    double sum = 0;
    for (int unit = 0; unit < preference.unitCount(); unit++) {
      sum += preference.at(unit, plan.territoryOf(unit));
    }
    return weight * sum;
  }

  @Override
  public void refresh() {
    value = fromScratch();
  }
}
