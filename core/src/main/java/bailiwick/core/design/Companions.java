package bailiwick.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Units that must be in one territory, such as an account and its subsidiaries, and units that must
 * all be in different ones, such as competitors that one person may not serve. What is together
 * with the same unit is together. Immutable; owns its arrays and hands out none.
 */
public final class Companions {

  private final int[] familyOf; // [unit] -> family, or -1
  private final int[][] families; // [family] -> its units, ascending
  private final int[][] apart; // [group] -> units in different territories
  private final int[][] groupsOf; // [unit] -> groups it is in

  private Companions(int[] familyOf, int[][] families, int[][] apart, int[][] groupsOf) {
    this.familyOf = familyOf;
    this.families = families;
    this.apart = apart;
    this.groupsOf = groupsOf;
  }

  static Companions of(int unitCount, List<int[]> together, List<int[]> apart) {
    int[] root = new int[unitCount];
    Arrays.setAll(root, unit -> unit);
    for (int[] units : together) {
      for (int unit : units) {
        root[rootOf(root, unit)] = rootOf(root, units[0]);
      }
    }
    TreeMap<Integer, List<Integer>> byRoot = new TreeMap<>();
    for (int unit = 0; unit < unitCount; unit++) {
      byRoot.computeIfAbsent(rootOf(root, unit), each -> new ArrayList<>()).add(unit);
    }
    int[][] families =
        byRoot.values().stream()
            .filter(units -> units.size() > 1)
            .map(units -> units.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    int[] familyOf = new int[unitCount];
    Arrays.fill(familyOf, -1);
    for (int family = 0; family < families.length; family++) {
      for (int unit : families[family]) {
        familyOf[unit] = family;
      }
    }
    int[][] groups =
        apart.stream()
            .map(units -> Arrays.stream(units).distinct().sorted().toArray())
            .toArray(int[][]::new);
    return new Companions(familyOf, families, groups, groupsOf(unitCount, groups));
  }

  private static int rootOf(int[] root, int unit) {
    int top = unit;
    while (root[top] != top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  }

  private static int[][] groupsOf(int unitCount, int[][] groups) {
    int[][] groupsOf = new int[unitCount][];
    Arrays.fill(groupsOf, new int[0]);
    for (int group = 0; group < groups.length; group++) {
      for (int unit : groups[group]) {
        groupsOf[unit] = Arrays.copyOf(groupsOf[unit], groupsOf[unit].length + 1);
        groupsOf[unit][groupsOf[unit].length - 1] = group;
      }
    }
    return groupsOf;
  }

  /** Whether units may be together or apart as the design likes. */
  public boolean isNone() {
    return families.length == 0 && apart.length == 0;
  }

  /** How many families there are, of two units or more each. */
  public int familyCount() {
    return families.length;
  }

  /** The family of a unit, -1 when it has none. */
  public int familyOf(int unit) {
    return familyOf[unit];
  }

  /** How many units a family has, 2 or more. */
  public int familySize(int family) {
    return families[family].length;
  }

  /** A unit of a family, by position 0 … size-1, in ascending order. */
  public int member(int family, int position) {
    return families[family][position];
  }

  /** How many groups of units there are that must be in different territories. */
  public int apartCount() {
    return apart.length;
  }

  /** How many units such a group has. */
  public int apartSize(int group) {
    return apart[group].length;
  }

  /** A unit of such a group, by position 0 … size-1, in ascending order. */
  public int apartUnit(int group, int position) {
    return apart[group][position];
  }

  /** How many such groups a unit is in. */
  public int groupCount(int unit) {
    return groupsOf[unit].length;
  }

  /** A group that a unit is in, by position. */
  public int group(int unit, int position) {
    return groupsOf[unit][position];
  }
}
