package bailiwick.core.optimize.change;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.Centre;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Succession;
import bailiwick.core.design.TerritorySpec;
import bailiwick.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Works out which territories follow today's by a change, and what is wrong with it. */
final class Successors {

  private final DesignProblem problem;
  private final Map<TerritoryCode, Integer> numberOf = new HashMap<>();
  private final List<ChangeProblem> problems = new ArrayList<>();
  private final List<TerritorySpec> specs = new ArrayList<>();
  private final List<Integer> origins = new ArrayList<>();
  private final int[] heirOf; // [old territory] -> new one, or none

  private Successors(DesignProblem problem) {
    this.problem = problem;
    this.heirOf = new int[problem.territoryCount()];
    for (int t = 0; t < heirOf.length; t++) {
      numberOf.put(problem.territories().get(t).code(), t);
    }
  }

  /**
   * The succession by a change.
   *
   * @throws ProblemException with every {@link ChangeProblem} of names, numbers and locks
   */
  static Succession of(DesignProblem problem, Change change) {
    Successors successors = new Successors(problem);
    switch (change) {
      case Change.Split split -> successors.split(split);
      case Change.Merge merge -> successors.merge(merge);
      case Change.Remove remove -> successors.end(remove.ended());
      case Change.Add add -> {
        successors.keepAll(Set.of());
        add.added().forEach(spec -> successors.add(spec, Succession.NONE));
      }
    }
    successors.requireDifferentCodes();
    if (!successors.problems.isEmpty()) {
      throw new ProblemException(successors.problems);
    }
    return Succession.of(
        successors.specs,
        successors.origins.stream().mapToInt(Integer::intValue).toArray(),
        successors.heirOf);
  }

  private void split(Change.Split split) {
    keepAll(Set.of());
    find(split.territory()).ifPresent(old -> split.parts().forEach(spec -> add(spec, old)));
  }

  private void merge(Change.Merge merge) {
    List<TerritoryCode> named = new ArrayList<>(merge.ended());
    named.add(merge.into());
    requireOnce(named);
    Set<Integer> ended = numbers(merge.ended());
    var into = find(merge.into());
    if (!problems.isEmpty() || into.isEmpty()) {
      return;
    }
    keepAll(ended);
    int heir = heirOf[into.getAsInt()];
    TerritorySpec spec = specs.get(heir);
    double sum =
        spec.share()
            + ended.stream().mapToDouble(old -> problem.territories().get(old).share()).sum();
    specs.set(heir, new TerritorySpec(spec.code(), merge.share().orElse(sum), spec.centre()));
    ended.forEach(old -> heirOf[old] = heir);
  }

  private void end(List<TerritoryCode> codes) {
    requireOnce(codes);
    Set<Integer> ended = numbers(codes);
    keepAll(ended);
    if (specs.isEmpty()) {
      problems.add(new ChangeProblem.NoneLeft());
    }
    for (int unit = 0; unit < problem.unitCount(); unit++) {
      int only = problem.lockedTo(unit);
      if (only >= 0 && ended.contains(only) && !isHome(unit, only)) {
        problems.add(new ChangeProblem.UnitLocked(problem.units().id(unit).value(), code(only)));
      }
    }
  }

  private boolean isHome(int unit, int territory) {
    return problem.territories().get(territory).centre() instanceof Centre.Home home
        && home.site() == unit;
  }

  private void keepAll(Set<Integer> butFor) {
    for (int t = 0; t < heirOf.length; t++) {
      heirOf[t] = Succession.NONE;
      if (!butFor.contains(t)) {
        heirOf[t] = specs.size();
        add(problem.territories().get(t), t);
      }
    }
  }

  private void add(TerritorySpec spec, int origin) {
    specs.add(spec);
    origins.add(origin);
  }

  private Set<Integer> numbers(List<TerritoryCode> codes) {
    Set<Integer> numbers = new TreeSet<>();
    codes.forEach(code -> find(code).ifPresent(numbers::add));
    return numbers;
  }

  private OptionalInt find(TerritoryCode code) {
    Integer number = numberOf.get(code);
    if (number == null) {
      String known =
          IntStream.range(0, heirOf.length).mapToObj(this::code).collect(Collectors.joining(", "));
      problems.add(new ChangeProblem.UnknownTerritory(code.value(), known));
      return OptionalInt.empty();
    }
    return OptionalInt.of(number);
  }

  private String code(int territory) {
    return problem.territories().get(territory).code().value();
  }

  private void requireOnce(List<TerritoryCode> codes) {
    Set<TerritoryCode> seen = new HashSet<>();
    codes.stream()
        .filter(code -> !seen.add(code))
        .forEach(code -> problems.add(new ChangeProblem.NamedTwice(code.value())));
  }

  private void requireDifferentCodes() {
    Set<TerritoryCode> seen = new HashSet<>();
    specs.stream()
        .map(TerritorySpec::code)
        .filter(code -> !seen.add(code))
        .forEach(code -> problems.add(new ChangeProblem.CodeTaken(code.value())));
  }
}
