package bailiwick.core.design;

/**
 * Hears how a design goes. Called from one thread at a time, a few times a second at most; must
 * return quickly.
 */
@FunctionalInterface
public interface DesignListener {

  /** One that hears nothing. */
  DesignListener NONE = progress -> {};

  /** Called at the start of a stage and when there is news within it. */
  void progress(DesignProgress progress);

  /**
   * Hears a part of the work and tells this listener of it.
   *
   * @param from fraction of the work that is done when the part begins
   * @param to fraction when it ends
   */
  default DesignListener part(double from, double to) {
    return progress -> progress(progress.within(from, to));
  }
}
