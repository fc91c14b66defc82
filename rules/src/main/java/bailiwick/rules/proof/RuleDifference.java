package bailiwick.rules.proof;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.proof.Diagram.Reached;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.RuleSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where two versions of rules decide otherwise, over their whole space. Immutable.
 *
 * @param points how many points the space has
 * @param moves from whom to whom, most points first
 * @param undecided what was not looked into
 */
public record RuleDifference(BigInteger points, List<Move> moves, Extent undecided) {

  public RuleDifference {
    moves = List.copyOf(moves);
  }

  /**
   * Points that change hands.
   *
   * @param from who had them, empty for nobody
   * @param to who gets them, empty for nobody
   * @param where the points
   */
  public record Move(Optional<TerritoryCode> from, Optional<TerritoryCode> to, Extent where) {

    /** How many points. */
    public BigInteger points() {
      return where.points();
    }

    /** One of them. */
    public Subject witness() {
      return where.witness().orElseThrow();
    }
  }

  /**
   * Compares two versions, both in one diagram, looking at this much at most.
   *
   * @param domains by the names of dimensions; one that is missing is open
   * @throws IllegalArgumentException unless the versions are over the same dimensions, and of one
   *     day
   */
  public static RuleDifference of(
      CheckedRules before, CheckedRules after, Map<String, Domain> domains, Budget budget) {
    requireOneDay(before);
    requireOneDay(after);
    return of(RuleSpace.of(before, after, domains), budget);
  }

  /** The same for a space of two versions. */
  public static RuleDifference of(RuleSpace space, Budget budget) {
    AxisOrder.Chosen order = AxisOrder.choose(space, budget);
    Diagram diagram =
        DiagramBuilder.build(space, OpenRules.ofChanges(space), order.axes(), order.left());
    Map<Hands, Extent.Builder> moves = new LinkedHashMap<>();
    var undecided = new Extent.Builder();
    for (Map.Entry<Integer, Reached> leaf : diagram.reached().entrySet()) {
      Reached reached = leaf.getValue();
      if (leaf.getKey() == Diagram.UNDECIDED) {
        undecided.add(leaf.getKey(), reached);
      } else {
        Hands hands = hands(space, diagram.rules(leaf.getKey()));
        if (!hands.from().equals(hands.to())) {
          moves.computeIfAbsent(hands, of -> new Extent.Builder()).add(leaf.getKey(), reached);
        }
      }
    }
    List<Move> sorted = new ArrayList<>();
    moves.forEach((hands, where) ->
        sorted.add(new Move(hands.from(), hands.to(), where.build(space, diagram))));
    sorted.sort(Comparator.comparing(Move::points).reversed());
    return new RuleDifference(diagram.points(), sorted, undecided.build(space, diagram));
  }

  private static void requireOneDay(CheckedRules version) {
    if (!version.rules().changeDates().isEmpty()) {
      throw new IllegalArgumentException("The versions must be as they stand on one day.");
    }
  }

  /**
   * Who had something and who gets it.
   *
   * @param from empty for nobody
   * @param to empty for nobody
   */
  public record Hands(Optional<TerritoryCode> from, Optional<TerritoryCode> to) {}

  /** Who owns where just these rules hold with the best priority of their versions. */
  private static Hands hands(RuleSpace space, int[] rules) {
    Optional<TerritoryCode> from = Optional.empty();
    Optional<TerritoryCode> to = Optional.empty();
    for (int rule : rules) {
      Optional<TerritoryCode> territory = Optional.of(space.order().get(rule).territory());
      if (space.isLater(rule)) {
        to = to.isPresent() ? to : territory;
      } else {
        from = from.isPresent() ? from : territory;
      }
    }
    return new Hands(from, to);
  }
}
