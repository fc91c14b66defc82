package bailiwick.rules.cover;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaTree;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves by walking every leaf of the geography that exactly one territory claims it.
 *
 * <p>A leaf is tried as a subject of which nothing but the area is known, and only rules that ask
 * about nothing but the area count: what they say holds for every subject there. A rule that also
 * asks about industry or size takes some of a leaf's subjects; it does not close a gap.
 */
public final class CoverCheck {

  private static final int ONE = 0;
  private static final int NOBODY = 1;
  private static final int SEVERAL = 2; // and on: 2 + number of the set of territories

  private final RuleLookup lookup;
  private final BitSet overAreas; // rules that ask about nothing but the area
  private final List<Set<TerritoryCode>> several = new ArrayList<>();

  private CoverCheck(RuleLookup lookup) {
    this.lookup = lookup;
    this.overAreas = new BitSet(lookup.ruleCount());
    for (int rule = 0; rule < lookup.ruleCount(); rule++) {
      overAreas.set(rule, lookup.rule(rule).condition().asksOnlyAbout(Dimension.AREA.name()));
    }
  }

  /** Walks the leaves. O(leaves × rules / 64). */
  public static CoverReport check(RuleLookup lookup, AreaTree tree) {
    var check = new CoverCheck(lookup);
    var states = AreaStates.of(tree, leaf -> check.claims(tree.path(tree.leafNode(leaf))));
    return check.report(tree, states);
  }

  private int claims(String path) {
    Subject subject = Subject.UNKNOWN.withText(Dimension.AREA.name(), path);
    BitSet held = lookup.findAll(subject);
    held.and(overAreas);
    int first = held.nextSetBit(0);
    if (first < 0) {
      return NOBODY;
    }
    Set<TerritoryCode> claiming = new TreeSet<>();
    int priority = lookup.rule(first).priority();
    for (int rule = first;
        rule >= 0 && lookup.rule(rule).priority() == priority;
        rule = held.nextSetBit(rule + 1)) {
      claiming.add(lookup.rule(rule).territory());
    }
    return claiming.size() == 1 ? ONE : SEVERAL + number(claiming);
  }

  private int number(Set<TerritoryCode> claiming) {
    int number = several.indexOf(claiming);
    if (number < 0) {
      several.add(claiming);
      return several.size() - 1;
    }
    return number;
  }

  private CoverReport report(AreaTree tree, AreaStates states) {
    List<CoverReport.Gap> gaps = new ArrayList<>();
    List<CoverReport.Overlap> overlaps = new ArrayList<>();
    states.forEachWidest(node -> {
      String path = tree.path(node);
      int leaves = tree.endLeaf(node) - tree.firstLeaf(node);
      String witness = tree.path(tree.leafNode(tree.firstLeaf(node)));
      int state = states.of(node);
      if (state == NOBODY) {
        gaps.add(new CoverReport.Gap(path, leaves, witness));
      } else if (state >= SEVERAL) {
        List<TerritoryCode> claiming = List.copyOf(several.get(state - SEVERAL));
        overlaps.add(new CoverReport.Overlap(path, leaves, witness, claiming));
      }
    });
    return new CoverReport(
        tree.leafCount(),
        gaps.stream().mapToInt(CoverReport.Gap::leaves).sum(),
        overlaps.stream().mapToInt(CoverReport.Overlap::leaves).sum(),
        gaps,
        overlaps);
  }
}
