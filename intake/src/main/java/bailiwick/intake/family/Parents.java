package bailiwick.intake.family;

import bailiwick.core.company.CompanyName;
import bailiwick.intake.duplicate.ListedAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who names whom as parent, without circles. Accounts have the number of their place in the list.
 * Immutable after making.
 */
final class Parents {

  private static final int NONE = -1;

  private final List<ListedAccount> accounts;
  private final List<FamilyProblem> problems = new ArrayList<>();
  private final int[] parentOf; // [account number] -> account number, or NONE

  private Parents(List<ListedAccount> accounts) {
    this.accounts = accounts;
    this.parentOf = new int[accounts.size()];
  }

  /** Finds every account's parent by its id, else by a name that one account alone has. */
  static Parents of(List<ListedAccount> accounts) {
    Parents parents = new Parents(accounts);
    parents.find();
    parents.cutCircles();
    return parents;
  }

  List<FamilyProblem> problems() {
    return problems;
  }

  /** The account at the top above each, itself where it names no parent. */
  int[] heads() {
    int[] headOf = new int[parentOf.length];
    Arrays.fill(headOf, NONE);
    for (int number = 0; number < headOf.length; number++) {
      int top = number;
      while (parentOf[top] != NONE && headOf[top] == NONE) {
        top = parentOf[top];
      }
      int head = headOf[top] == NONE ? top : headOf[top];
      for (int below = number; below != NONE && headOf[below] == NONE; below = parentOf[below]) {
        headOf[below] = head;
      }
    }
    return headOf;
  }

  private void find() {
    Map<String, Integer> byId = new HashMap<>();
    for (int number = 0; number < accounts.size(); number++) {
      byId.put(accounts.get(number).id(), number);
    }
    Map<List<String>, List<Integer>> byName = null;
    for (int number = 0; number < accounts.size(); number++) {
      String parent = accounts.get(number).parent();
      Integer found = parent.isEmpty() ? (Integer) NONE : byId.get(parent);
      if (found == null) {
        byName = byName == null ? byName() : byName;
        found = named(accounts.get(number), byName.get(CompanyName.of(parent).words()));
      }
      parentOf[number] = found;
    }
  }

  private Map<List<String>, List<Integer>> byName() {
    Map<List<String>, List<Integer>> byName = new HashMap<>();
    for (int number = 0; number < accounts.size(); number++) {
      byName
          .computeIfAbsent(
              CompanyName.of(accounts.get(number).name()).words(), words -> new ArrayList<>())
          .add(number);
    }
    return byName;
  }

  private int named(ListedAccount child, @Nullable List<Integer> namesakes) {
    if (namesakes == null) {
      problems.add(new FamilyProblem.MissingParent(child.id(), child.parent()));
      return NONE;
    }
    if (namesakes.size() > 1) {
      problems.add(new FamilyProblem.UnclearParent(child.id(), child.parent(), namesakes.size()));
      return NONE;
    }
    return namesakes.getFirst();
  }

  /** Accounts in a circle lose their parents; what hangs below them stays. */
  private void cutCircles() {
    int[] walk = new int[parentOf.length]; // [account number] -> walk that came by, from 1
    for (int start = 0; start < walk.length; start++) {
      int at = start;
      while (at != NONE && walk[at] == 0) {
        walk[at] = start + 1;
        at = parentOf[at];
      }
      if (at != NONE && walk[at] == start + 1) {
        cut(at);
      }
    }
  }

  private void cut(int onCircle) {
    List<Integer> circle = new ArrayList<>();
    for (int at = onCircle; at != NONE; ) {
      circle.add(at);
      int parent = parentOf[at];
      parentOf[at] = NONE;
      at = parent == onCircle ? NONE : parent;
    }
    List<String> ids = new ArrayList<>(circle.stream().map(at -> accounts.get(at).id()).toList());
    int smallest = ids.indexOf(ids.stream().min(Comparator.naturalOrder()).orElseThrow());
    Collections.rotate(ids, -smallest);
    problems.add(new FamilyProblem.Circle(ids));
  }
}
