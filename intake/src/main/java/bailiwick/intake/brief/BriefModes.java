package bailiwick.intake.brief;

import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What else a brief wants than as many territories as it names, drawn from scratch.
 *
 * @param change of today's territories
 * @param number to be found of territories
 * @param districts of the territories
 */
public record BriefModes(
    Optional<BriefChange> change,
    Optional<BriefNumber> number,
    Optional<BriefDistricts> districts) {

  static final String CHANGE = "change";
  static final String NUMBER = "bestNumber";
  static final String DISTRICTS = "districts";

  /** Territories as they are named, drawn from scratch. */
  public static final BriefModes NONE =
      new BriefModes(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Requires that nothing else is wanted, for a trade-off curve leads from today's territories to
   * the same ones.
   *
   * @param pointer to the brief, empty where nothing stands around it
   * @throws ProblemException with a {@link BriefProblem.BesideCurve} for each that is
   */
  public void requireNoneBesideCurve(String pointer) {
    List<BriefProblem> refused =
        fields().stream()
            .<BriefProblem>map(field -> new BriefProblem.BesideCurve(pointer + "/" + field, field))
            .toList();
    if (!refused.isEmpty()) {
      throw new ProblemException(refused);
    }
  }

  /** The fields of a brief that say what is wanted. */
  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    change.ifPresent(wanted -> fields.add(CHANGE));
    number.ifPresent(wanted -> fields.add(NUMBER));
    districts.ifPresent(wanted -> fields.add(DISTRICTS));
    return fields;
  }

  /** The same with so many territories at least, where their number is looked for. */
  public BriefModes withAtLeast(int territories) {
    return new BriefModes(change, number.map(asked -> asked.withAtLeast(territories)), districts);
  }
}
