package bailiwick.cli.design;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.design.DesignOutcome;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.problem.Problem;
import bailiwick.intake.instance.DesignReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A design made again, beside the one recorded.
 *
 * @param recorded what its folder says
 * @param again what came of it now
 * @param differences units that are another territory's now, and the two territories
 * @param units how many were compared
 */
record Replay(
    RecordedDesign recorded, DesignOutcome again, List<Difference> differences, int units) {

  /** Differences that are told one by one. */
  private static final int TOLD = 20;

  Replay {
    differences = List.copyOf(differences);
  }

  /**
   * A unit that is dealt out otherwise.
   *
   * @param then code of its territory as recorded, empty when it had none
   * @param now code of its territory in the design made again, empty when it has none
   */
  record Difference(String unit, String then, String now) {}

  /** Compares unit by unit. */
  static Replay of(RecordedDesign recorded, DesignOutcome again) {
    Map<String, String> then = recorded.territories();
    Map<String, String> now = again.findPlan().map(Replay::territories).orElse(Map.of());
    Map<String, String> all = new LinkedHashMap<>(then);
    all.putAll(now);
    List<Difference> differences = new ArrayList<>();
    for (String unit : all.keySet()) {
      String before = then.getOrDefault(unit, "");
      String after = now.getOrDefault(unit, "");
      if (!before.equals(after)) {
        differences.add(new Difference(unit, before, after));
      }
    }
    return new Replay(recorded, again, differences, all.size());
  }

  private static Map<String, String> territories(DesignPlan plan) {
    Map<String, String> territoryOf = new LinkedHashMap<>();
    Alignment alignment = plan.alignment();
    for (int unit = 0; unit < alignment.units().size(); unit++) {
      int t = alignment.territoryOf(unit);
      territoryOf.put(
          alignment.units().id(unit).value(),
          t == Alignment.UNASSIGNED ? "" : alignment.territories().get(t).value());
    }
    return territoryOf;
  }

  private static List<String> proof(DesignOutcome outcome) {
    return outcome instanceof DesignOutcome.Infeasible infeasible
        ? infeasible.proof().stream().map(Problem::message).toList()
        : List.of();
  }

  /** Whether it is the same answer: outcome, proof and every unit. */
  boolean isIdentical() {
    return !again.run().cancelled()
        && differences.isEmpty()
        && DesignReport.word(again).equals(recorded.outcome())
        && proof(again).equals(recorded.proof());
  }

  /** What came of it in a few lines for people. */
  String words() {
    if (again.run().cancelled()) {
      return "Stopped before the design was made again.";
    }
    String run = "seed %s, engine %s".formatted(recorded.seed(), again.run().version());
    if (isIdentical()) {
      return units == 0
          ? "Identical: the same proof again (%s).".formatted(run)
          : String.format(Locale.ROOT, "Identical: all %,d units again (%s).", units, run);
    }
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT, "Different: %,d of %,d units (%s).", differences.size(), units, run));
    if (!DesignReport.word(again).equals(recorded.outcome())) {
      words.append(
          "\nThe outcome is `%s` and was `%s`."
              .formatted(DesignReport.word(again), recorded.outcome()));
    }
    words.append(
        differences.stream()
            .limit(TOLD)
            .map(one -> "\n  %s: %s, was %s".formatted(one.unit(), one.now(), one.then()))
            .collect(Collectors.joining()));
    if (differences.size() > TOLD) {
      words.append("\n  … and %s more".formatted(differences.size() - TOLD));
    }
    recorded
        .exactFailure()
        .ifPresent(
            reason -> words.append("\nThe exact solver gave no answer then: ").append(reason));
    again
        .run()
        .exactFailure()
        .ifPresent(
            reason -> words.append("\nThe exact solver gave no answer now: ").append(reason));
    return words.toString();
  }

  /** The same for machines. */
  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("identical", isIdentical());
    fields.put("units", units);
    fields.put("different", differences.size());
    fields.put("outcome", DesignReport.word(again));
    fields.put("recordedOutcome", recorded.outcome());
    fields.put("objective", again.findPlan().map(DesignPlan::objective).orElse(null));
    fields.put("recordedObjective", recorded.objective().orElse(null));
    fields.put("seed", recorded.seed());
    fields.put("version", again.run().version());
    fields.put("differences", differences);
    return fields;
  }
}
