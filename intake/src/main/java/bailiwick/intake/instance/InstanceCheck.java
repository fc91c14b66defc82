package bailiwick.intake.instance;

import bailiwick.core.design.NetworkDistances;
import bailiwick.core.measure.Contiguity;
import bailiwick.core.unit.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the files of an instance fit one another. */
final class InstanceCheck {

  /** Pairs that are worked with, however few the units are. */
  private static final long PAIRS_ALWAYS = 1_000_000;

  /** Pairs that are worked with for each unit; a map has about three. */
  private static final long PAIRS_PER_UNIT = 50;

  /** Pieces that are named. */
  private static final int NAMED = 5;

  private final InstanceSettings settings;
  private final UnitTable units;
  private final ProblemList problems;

  InstanceCheck(InstanceSettings settings, UnitTable units, ProblemList problems) {
    this.settings = settings;
    this.units = units;
    this.problems = problems;
  }

  /** What the settings ask of the units. */
  void checkUnits() {
    switch (settings.balance()) {
      case InstanceSettings.Balance.Limits limits -> require(limits.measure());
      case InstanceSettings.Balance.Tolerances tolerances ->
          tolerances.measures().forEach(this::require);
      case InstanceSettings.Balance.Capacity capacity -> {
        if (!units.hasCapacities()) {
          missing("cap");
        }
      }
    }
    checkHomes();
    if (settings.isNetwork() && units.numbering().size() > NetworkDistances.MAX_UNITS) {
      problems.add(
          new InstanceProblem.TooLarge(
              InstanceFolder.UNITS,
              "units for distances along a network",
              units.numbering().size(),
              NetworkDistances.MAX_UNITS));
    }
  }

  private void require(String measure) {
    if (units.measureNumber(measure) < 0) {
      missing(measure);
    }
  }

  private void missing(String column) {
    problems.add(new InstanceProblem.ColumnMissing(InstanceFolder.UNITS, column, units.columns()));
  }

  private void checkHomes() {
    List<String> homes = settings.homes();
    Set<String> seen = new HashSet<>();
    for (int t = 0; t < homes.size(); t++) {
      String pointer = "/homes/" + t;
      if (units.numbering().findNumber(new UnitId(homes.get(t))).isEmpty()) {
        problems.add(
            new InstanceProblem.WrongSetting(
                pointer, Shown.text(homes.get(t)), "an id of `units.csv`"));
      } else if (!seen.add(homes.get(t))) {
        problems.add(
            new InstanceProblem.WrongSetting(
                pointer, Shown.text(homes.get(t)), "a unit that is no other territory's home"));
      }
    }
    if (!homes.isEmpty() && homes.size() != settings.territories()) {
      problems.add(
          new InstanceProblem.WrongSetting(
              "/homes",
              homes.size() + " homes",
              "as many as p (%s)".formatted(settings.territories())));
    }
  }

  /** What the settings ask of the edges. */
  void checkEdges(EdgeTable edges) {
    long most = Math.max(PAIRS_ALWAYS, PAIRS_PER_UNIT * units.numbering().size());
    if (edges.graph().edgeCount() > most) {
      problems.add(
          new InstanceProblem.TooDense(units.numbering().size(), edges.graph().edgeCount(), most));
    }
    int[] pieceOf = Contiguity.pieceOf(edges.graph(), new int[units.numbering().size()]);
    List<Piece> pieces = pieces(pieceOf);
    if (pieces.size() == 1) {
      return;
    }
    if (settings.isNetwork()) {
      problems.add(new InstanceProblem.NoWay(id(pieces.get(0)), id(pieces.get(1)), pieces.size()));
    } else if (settings.contiguous()) {
      List<String> examples =
          pieces.stream()
              .sorted(Comparator.comparingInt((Piece piece) -> -piece.units()))
              .limit(NAMED)
              .map(piece -> "%s around `%s`".formatted(piece.units(), Shown.text(id(piece))))
              .toList();
      problems.add(new InstanceProblem.SeparatePieces(pieces.size(), examples));
    }
  }

  private String id(Piece piece) {
    return units.numbering().id(piece.first()).value();
  }

  /** Units that edges join, by the first of them. */
  private record Piece(int first, int units) {}

  private static List<Piece> pieces(int[] pieceOf) {
    List<Piece> pieces = new ArrayList<>();
    for (int unit = 0; unit < pieceOf.length; unit++) {
      if (pieceOf[unit] == pieces.size()) {
        pieces.add(new Piece(unit, 1));
      } else {
        Piece piece = pieces.get(pieceOf[unit]);
        pieces.set(pieceOf[unit], new Piece(piece.first(), piece.units() + 1));
      }
    }
    return pieces;
  }
}
