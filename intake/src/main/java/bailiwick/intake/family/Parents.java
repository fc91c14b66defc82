package bailiwick.intake.family;

import bailiwick.core.company.CompanyName;
import bailiwick.intake.duplicate.ListedAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    Map<Integer, String> told = new TreeMap<>(); // account -> the parent that it names
    for (int number = 0; number < accounts.size(); number++) {
      String parent = accounts.get(number).parent();
      parentOf[number] = NONE;
      if (!parent.isEmpty()) {
        told.put(number, parent);
      }
    }
    Map<String, Integer> byId = byId(new HashSet<>(told.values()));
    told.forEach((number, parent) -> parentOf[number] = byId.getOrDefault(parent, NONE));
    told.values().removeIf(byId::containsKey);
    if (!told.isEmpty()) {
      Map<List<String>, List<Integer>> byName = byName(told.values());
      told.forEach((number, parent) ->
          parentOf[number] =
              named(accounts.get(number), byName.get(CompanyName.of(parent).words())));
    }
  }

  /** The accounts with some ids. */
  private Map<String, Integer> byId(Set<String> ids) {
    Map<String, Integer> byId = new HashMap<>();
    for (int number = 0; !ids.isEmpty() && number < accounts.size(); number++) {
      String id = accounts.get(number).id();
      if (ids.contains(id)) {
        byId.put(id, number);
      }
    }
    return byId;
  }

  /** The accounts with some names, by the words of the names. */
  private Map<List<String>, List<Integer>> byName(Collection<String> names) {
    Map<List<String>, List<Integer>> byName = new HashMap<>();
    names.forEach(name -> byName.put(CompanyName.of(name).words(), new ArrayList<>()));
    for (int number = 0; number < accounts.size(); number++) {
      List<Integer> namesakes = byName.get(CompanyName.of(accounts.get(number).name()).words());
      if (namesakes != null) {
        namesakes.add(number);
      }
    }
    return byName;
  }

  private int named(ListedAccount child, @Nullable List<Integer> namesakes) {
    if (namesakes == null || namesakes.isEmpty()) {
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
