package bailiwick.rules.cover;

import bailiwick.core.alignment.Alignment;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.unit.UnitId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The fewest areas that make up each territory. Immutable. */
final class AreaCover {

  private final List<List<String>> areasOf; // [territory number] -> paths in the tree's order
  private final List<UnitId> unitsOutside;

  private AreaCover(List<List<String>> areasOf, List<UnitId> unitsOutside) {
    this.areasOf = areasOf;
    this.unitsOutside = unitsOutside;
  }

  static AreaCover of(Alignment alignment, AreaKind unitKind, AreaTree tree) {
    var seen = new BitSet();
    int[] territoryOfLeaf = new int[tree.leafCount()];
    for (int leaf = 0; leaf < territoryOfLeaf.length; leaf++) {
      territoryOfLeaf[leaf] = territoryOf(tree.findUnit(leaf, unitKind), alignment, seen);
    }
    var states = AreaStates.of(tree, leaf -> territoryOfLeaf[leaf]);
    List<List<String>> areasOf = new ArrayList<>();
    alignment.territories().forEach(territory -> areasOf.add(new ArrayList<>()));
    states.forEachWidest(node -> {
      int territory =
          states.of(node) == AreaStates.FREE
              ? mostAround(node, tree, territoryOfLeaf, areasOf.size())
              : states.of(node);
      if (territory >= 0) {
        areasOf.get(territory).add(tree.path(node));
      }
    });
    return new AreaCover(areasOf, outside(alignment, seen));
  }

  List<String> areasOf(int territory) {
    return areasOf.get(territory);
  }

  List<UnitId> unitsOutside() {
    return unitsOutside;
  }

  private static int territoryOf(Optional<UnitId> unit, Alignment alignment, BitSet seen) {
    if (unit.isEmpty()) {
      return AreaStates.FREE;
    }
    OptionalInt number = alignment.units().findNumber(unit.get());
    if (number.isEmpty()) {
      return Alignment.UNASSIGNED;
    }
    seen.set(number.getAsInt());
    return alignment.territoryOf(number.getAsInt());
  }

  /** The territory with most leaves in the narrowest area around a node that has any. */
  private static int mostAround(int node, AreaTree tree, int[] territoryOfLeaf, int territories) {
    for (int around = tree.parent(node); around != AreaTree.NONE; around = tree.parent(around)) {
      int[] leaves = new int[territories];
      for (int leaf = tree.firstLeaf(around); leaf < tree.endLeaf(around); leaf++) {
        if (territoryOfLeaf[leaf] >= 0) {
          leaves[territoryOfLeaf[leaf]]++;
        }
      }
      int most = IntStream.range(0, territories).reduce(0, (a, b) -> leaves[b] > leaves[a] ? b : a);
      if (leaves[most] > 0) {
        return most;
      }
    }
    return Alignment.UNASSIGNED;
  }

  private static List<UnitId> outside(Alignment alignment, BitSet seen) {
    return IntStream.range(0, alignment.units().size())
        .filter(unit -> !seen.get(unit))
        .mapToObj(alignment.units()::id)
        .toList();
  }
}
