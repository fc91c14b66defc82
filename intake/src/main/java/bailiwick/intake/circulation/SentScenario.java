package bailiwick.intake.circulation;

import java.util.List;

/**
 * The scenario that a workbook is of. Immutable.
 *
 * @param id its identity
 * @param version counts its changes
 * @param territories those that an account may belong to
 */
public record SentScenario(String id, String name, long version, List<Choice> territories) {

  /**
   * A territory to choose.
   *
   * @param person who works it, empty when vacant
   */
  public record Choice(String code, String name, String person) {}

  public SentScenario {
    territories = List.copyOf(territories);
  }
}
