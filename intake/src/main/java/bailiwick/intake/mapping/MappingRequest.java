package bailiwick.intake.mapping;

import bailiwick.core.problem.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * What the user says about the columns of a file; everything else is guessed. Immutable.
 *
 * @param columns field key to column; a blank column means that the field is read from none
 * @param constants field key to the value that every row has, such as {@code country} to {@code US}
 * @param filters conditions a row must meet to be read at all
 * @param measures further measures: name to the numeric column that holds it
 * @param imputations how blank amounts are filled
 */
public record MappingRequest(
    Map<String, String> columns,
    Map<String, String> constants,
    List<RowFilter> filters,
    Map<String, String> measures,
    List<Imputation> imputations) {

  /** Everything guessed. */
  public static final MappingRequest GUESSED =
      new MappingRequest(Map.of(), Map.of(), List.of(), Map.of(), List.of());

  public MappingRequest {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    filters = List.copyOf(filters);
    measures = Map.copyOf(measures);
    imputations = List.copyOf(imputations);
  }

  /**
   * Reads the flags of the command line.
   *
   * @param map {@code field=COLUMN} each
   * @param set {@code field=value} each
   * @param where {@code COLUMN=value} or {@code COLUMN!=value} each; all must hold
   * @param measure {@code name=COLUMN} each
   * @param impute {@code name=median}, {@code name=median-by COLUMN} or {@code name=value} each
   * @throws ProblemException when a flag cannot be read
   */
  public static MappingRequest parse(
      List<String> map,
      List<String> set,
      List<String> where,
      List<String> measure,
      List<String> impute) {
    throw new UnsupportedOperationException();
  }
}
