package bailiwick.cli.design;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.optimize.change.ChangeFigures;
import bailiwick.core.optimize.change.ChangeFigures.Moved;
import bailiwick.core.optimize.change.ChangeFigures.TerritoryChange;
import bailiwick.core.optimize.change.ChangeOutcome;
import bailiwick.core.unit.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells of a change of today's territories, to people and in the report. */
record ChangeTold(ChangeOutcome change) implements ModeTold {

  @Override
  public String key() {
    return "change";
  }

  /**
   * What had to change hands, what did besides, and what each territory touched gains and loses.
   */
  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    if (change.figures().isEmpty()) {
      return json;
    }
    ChangeFigures figures = change.figures().get();
    json.put("hadToChangeHands", moved(figures.hadTo()));
    json.put("changedHandsBesides", moved(figures.besides()));
    if (change.outcome() instanceof DesignOutcome.Designed designed
        && designed.bound().isPresent()) {
      json.put("leastPossibleBesides", designed.bound().getAsDouble());
    }
    json.put("untouchedTerritories", figures.untouched());
    json.put("inPiecesAsToday", codes(figures));
    json.put("territories", figures.territories().stream().map(this::territory).toList());
    return json;
  }

  private static List<String> codes(ChangeFigures figures) {
    return figures.inPieces().stream().map(TerritoryCode::value).toList();
  }

  private Map<String, Object> territory(TerritoryChange one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", one.code().value());
    row.put("fate", one.fate().word());
    row.put("gains", moved(one.gains()));
    row.put("loses", moved(one.loses()));
    return row;
  }

  private Map<String, Object> moved(Moved moved) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("units", moved.units());
    List<Measure> measures = problem().measures();
    for (int m = 0; m < measures.size(); m++) {
      row.put(measures.get(m).name(), measures.get(m).toDecimal(moved.amounts().get(m)));
    }
    return row;
  }

  private DesignProblem problem() {
    return change.problem();
  }

  /** The same in a few lines. */
  @Override
  public String words() {
    if (change.figures().isEmpty()) {
      return "";
    }
    ChangeFigures figures = change.figures().get();
    StringBuilder words = new StringBuilder();
    if (figures.hadTo().units() > 0) {
      words.append("%n  had to change hands: ".formatted()).append(amounts(figures.hadTo()));
    }
    words.append("%n  changes hands besides: ".formatted()).append(amounts(figures.besides()));
    for (TerritoryChange one : figures.territories()) {
      words.append(
          "%n  %s %s: gains %s; loses %s"
              .formatted(
                  one.code().value(),
                  one.fate().word(),
                  amounts(one.gains()),
                  amounts(one.loses())));
    }
    words.append("%n  %s territories are untouched".formatted(figures.untouched()));
    if (!figures.inPieces().isEmpty()) {
      words.append("%n  in pieces, as today: ".formatted());
      words.append(String.join(", ", codes(figures)));
    }
    return words.toString();
  }

  private String amounts(Moved moved) {
    if (moved.units() == 0) {
      return "nothing";
    }
    StringBuilder words = new StringBuilder();
    words.append(String.format(Locale.ROOT, "%,d units", moved.units()));
    List<Measure> measures = problem().measures();
    for (int m = 0; m < measures.size(); m++) {
      long amount = moved.amounts().get(m);
      if (amount != 0) {
        words.append(
            String.format(
                Locale.ROOT,
                ", %,.0f %s",
                measures.get(m).toDecimal(amount),
                measures.get(m).name()));
      }
    }
    return words.toString();
  }
}
