package bailiwick.server.scenario;

import bailiwick.intake.brief.BriefFrame;

/** Names of scenarios that are made of another name. */
final class ScenarioNames {

  private ScenarioNames() {}

  /** A name with something behind it, cut where it would be too long. */
  static String with(String name, String end) {
    int most = BriefFrame.LONGEST_NAME - end.length();
    return (name.length() <= most ? name : name.substring(0, most).strip()) + end;
  }
}
