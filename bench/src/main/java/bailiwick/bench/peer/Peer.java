package bailiwick.bench.peer;

import bailiwick.core.design.DesignProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Another program that can be asked for a plan. Stateless. */
public interface Peer {

  /** All that are known, whether they are on this machine or not. */
  static List<Peer> all() {
    return List.of(new Metis("gpmetis"), new Timefold());
  }

  /** What it is called in tables. */
  String name();

  /** Whether it can be started on this machine. */
  boolean isHere();

  /** Whether it knows the rules and the goals of a problem, so that asking it is fair. */
  boolean isFor(DesignProblem problem);

  /**
   * The best plan it finds, within its limits or not.
   *
   * @param limit time it may take
   * @return {@code [unit] -> territory}; empty when it has none
   * @throws IOException when its files cannot be written or read
   */
  Optional<int[]> plan(DesignProblem problem, Duration limit)
      throws IOException, InterruptedException;
}
