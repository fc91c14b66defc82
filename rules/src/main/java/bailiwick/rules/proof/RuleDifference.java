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
 * @param undecided how many points were not looked into
 */
public record RuleDifference(BigInteger points, List<Move> moves, BigInteger undecided) {

  public RuleDifference {
    moves = List.copyOf(moves);
  }

  /**
   * Points that change hands.
   *
   * @param from who had them, empty for nobody
   * @param to who gets them, empty for nobody
   * @param points how many
   * @param witness one of them
   */
  public record Move(
      Optional<TerritoryCode> from,
      Optional<TerritoryCode> to,
      BigInteger points,
      Subject witness) {}

  /**
   * Compares two versions, both in one diagram, looking at this much at most.
   *
   * @param domains by the names of dimensions; one that is missing is open
   * @throws IllegalArgumentException unless the versions are over the same dimensions
   */
  public static RuleDifference of(
      CheckedRules before, CheckedRules after, Map<String, Domain> domains, Budget budget) {
    RuleSpace space = RuleSpace.of(before, after, domains);
    AxisOrder.Chosen order = AxisOrder.choose(space, budget);
    Diagram diagram = DiagramBuilder.build(space, new OpenRules(space), order.axes(), order.left());
    Map<Hands, Move> moves = new LinkedHashMap<>();
    BigInteger undecided = BigInteger.ZERO;
    for (Map.Entry<Integer, Reached> leaf : diagram.reached().entrySet()) {
      Reached reached = leaf.getValue();
      if (leaf.getKey() == Diagram.UNDECIDED) {
        undecided = reached.points();
      } else {
        Hands hands = hands(space, diagram.rules(leaf.getKey()));
        if (!hands.from().equals(hands.to())) {
          Move move =
              new Move(
                  hands.from(), hands.to(), reached.points(), space.subject(reached.witness()));
          moves.merge(hands, move, RuleDifference::joined);
        }
      }
    }
    List<Move> sorted = new ArrayList<>(moves.values());
    sorted.sort(Comparator.comparing(Move::points).reversed());
    return new RuleDifference(diagram.points(), sorted, undecided);
  }

  private static Move joined(Move one, Move other) {
    return new Move(one.from(), one.to(), one.points().add(other.points()), one.witness());
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
