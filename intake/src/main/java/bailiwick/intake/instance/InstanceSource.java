package bailiwick.intake.instance;

import bailiwick.core.problem.Problem;
import java.util.List;

/**
 * What an instance's design was made from.
 *
 * @param path of the folder as it was named
 * @param inputHash fingerprint of what was read
 * @param warnings what is odd about it
 */
record InstanceSource(String path, String inputHash, List<Problem> warnings) {
  InstanceSource {
    warnings = List.copyOf(warnings);
  }
}
