package bailiwick.intake.family;

import java.util.List;

/**
 * The families among accounts. Immutable.
 *
 * @param families those by parents first, each kind by the ids of the heads; an account is in at
 *     most one of a kind
 * @param problems parents that are missing, unclear or lead round in a circle, and domains that
 *     more than one family has
 */
public record FamilyReport(List<Family> families, List<FamilyProblem> problems) {

  public FamilyReport {
    families = List.copyOf(families);
    problems = List.copyOf(problems);
  }
}
