package bailiwick.core.optimize.objective;

import bailiwick.core.optimize.plan.WorkingPlan;

/** How far distances inside territories exceed a largest one, relative to it. Not thread-safe. */
final class DiameterLimit implements Excess {

  /** Part of the limit that is rounding; a distance too long counts at least a hundredth of it. */
  private static final double ROUNDING = 1e-9;

  private final WorkingPlan plan;
  private final DiameterExcess distances;
  private final double scale;

  /**
   * Follows a plan.
   *
   * @param most largest distance allowed between two units of one territory
   */
  DiameterLimit(WorkingPlan plan, double most) {
    this.plan = plan;
    this.distances = new DiameterExcess(plan, 1);
    this.scale = most > 0 ? most : 1;
    distances.setLimit(most + ROUNDING * scale);
  }

  @Override
  public double value() {
    return relative(distances.value());
  }

  private double relative(double excess) {
    return excess <= ROUNDING * scale ? 0 : excess / scale;
  }

  @Override
  public double change(int unit, int to) {
    return distances.change(unit, to) / scale;
  }

  /** As if each of the two moved alone. */
  @Override
  public double changeOfSwap(int one, int other) {
    return change(one, plan.territoryOf(other)) + change(other, plan.territoryOf(one));
  }

  @Override
  public boolean maySwing() {
    return true;
  }

  @Override
  public double reach(int unit, int to) {
    return Math.abs(change(unit, to));
  }

  @Override
  public void moved(int unit, int from, int to) {
    distances.moved(unit, from, to);
  }

  @Override
  public double fromScratch() {
    return relative(distances.fromScratch());
  }

  @Override
  public void refresh() {
    distances.refresh();
  }
}
