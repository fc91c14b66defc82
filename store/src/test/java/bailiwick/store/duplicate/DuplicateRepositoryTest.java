package bailiwick.store.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Ties;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.Given;
import bailiwick.store.StoreContract;
import bailiwick.store.account.AccountFamily;
import bailiwick.store.account.AccountQuery;
import bailiwick.store.measure.AccountFigures;
import bailiwick.store.measure.Contact;
import bailiwick.store.measure.FigureDays;
import bailiwick.store.measure.MeasureLoad;
import bailiwick.store.measure.Revenue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DuplicateRepositoryTest extends StoreContract {

  private AccountId a;
  private AccountId b;
  private AccountId c;

  @BeforeEach
  void accounts() {
    Given.load(
        store,
        Given.account("A", "Acme", "60614", 1),
        Given.account("B", "Acme Inc", "60614", 2),
        Given.account("C", "Acme Corp", "60614", 3));
    a = id("A");
    b = id("B");
    c = id("C");
  }

  private AccountId id(String externalId) {
    return Objects.requireNonNull(store.accounts().idsByExternalId("crm").get(externalId));
  }

  @Test
  void pairs_are_listed_by_their_score_page_by_page() {
    assertThat(keep(pair(a, b, 0.7), pair(c, a, 0.9), pair(b, c, 0.7))).isEqualTo(3);

    var first = store.duplicates().list(PairState.OPEN, null, 2);
    var second = store.duplicates().list(PairState.OPEN, first.nextCursor(), 2);

    assertThat(first.items()).extracting(KeptPair::score).containsExactly(0.9, 0.7);
    assertThat(second.items()).extracting(KeptPair::score).containsExactly(0.7);
    assertThat(second.nextCursor()).isNull();
    assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
    assertThat(first.items().getFirst().evidence()).isEqualTo("[\"0.9\"]");
    assertThat(store.duplicates().count()).isEqualTo(new PairCounts(3, 0, 0));
  }

  @Test
  void a_pair_that_became_one_through_others_is_neither_merged_nor_dismissed() {
    keep(pair(a, b, 0.9), pair(b, c, 0.8), pair(a, c, 0.7));
    PairId last = open(a, c);
    store.duplicates().merge(open(a, b), b, "planner", false);
    store.duplicates().merge(open(b, c), b, "planner", false);

    assertRefused(
        "DUPLICATE_ALREADY_ONE", () -> store.duplicates().merge(last, b, "planner", false));
    assertRefused("DUPLICATE_ALREADY_ONE", () -> store.duplicates().dismiss(last, "planner"));
  }

  @Test
  void names_and_contacts_of_a_merged_account_lead_to_its_survivor() {
    try (var contacts = store.measures().startContacts("crm")) {
      contacts.add(new Contact(a, null, "visit", Given.MAR_1, 1));
      contacts.finish("visits.csv", Given.APR_1, "planner");
    }
    keep(pair(a, b, 0.9));
    store.duplicates().merge(open(a, b), b, "planner", false);

    assertThat(store.accounts().findByNames(List.of("A", a.toString())).values())
        .extracting(Account::externalId)
        .containsExactly("B", "B");
    assertThat(store.accounts().idsByName("crm")).containsEntry("acme", b);
    assertThat(store.accounts().survivorsByExternalId("crm")).containsEntry("A", b);
    assertThat(store.measures().lastContacts()).isEqualTo(Map.of(b, Given.MAR_1));
  }

  @Test
  void a_search_drops_open_pairs_that_it_does_not_find_again_and_keeps_decisions() {
    keep(pair(a, b, 0.7), pair(a, c, 0.8), pair(b, c, 0.9));
    store.duplicates().dismiss(open(a, c), "planner");

    assertThat(keep(pair(b, a, 0.6), pair(a, c, 0.99))).as("new ones").isZero();

    assertThat(store.duplicates().count()).isEqualTo(new PairCounts(1, 0, 1));
    assertThat(store.duplicates().list(PairState.OPEN, null, 9).items())
        .extracting(KeptPair::score)
        .containsExactly(0.6);
    KeptPair dismissed = store.duplicates().list(PairState.DISMISSED, null, 9).items().getFirst();
    assertThat(dismissed.score()).isEqualTo(0.8);
    assertThat(dismissed.decision())
        .usingRecursiveComparison()
        .ignoringFields("at")
        .isEqualTo(new KeptPair.Decision(START, "planner", null, false));
  }

  @Test
  void many_pairs_are_asked_at_once_which_wait_and_which_nobody_decided_about() {
    keep(pair(a, b, 0.7), pair(c, a, 0.8));
    var asked = Map.of(a, b, b, c, c, a).entrySet();
    assertThat(store.duplicates().undecided(asked)).containsExactlyInAnyOrder(a, b, c);
    assertThat(store.duplicates().waiting(asked)).containsExactlyInAnyOrder(a, c);

    store.duplicates().dismiss(open(a, c), "planner");
    assertThat(store.duplicates().undecided(asked)).containsExactlyInAnyOrder(a, b);

    PairId merged = open(a, b);
    store.duplicates().merge(merged, b, "planner", false);
    store.duplicates().undo(merged, "planner");
    assertThat(store.duplicates().undecided(asked)).as("taken back").containsExactly(b);
    assertThat(store.duplicates().waiting(asked)).isEmpty();
    assertThat(store.duplicates().undecided(List.of())).isEmpty();
  }

  @Test
  void a_merged_account_answers_with_its_survivor_and_a_file_does_not_bring_it_back() {
    keep(pair(a, b, 0.9));
    KeptPair merged = store.duplicates().merge(open(a, b), a, "planner", false);

    assertThat(merged.decision())
        .usingRecursiveComparison()
        .ignoringFields("at")
        .isEqualTo(new KeptPair.Decision(START, "planner", a, false));
    assertThat(List.of(merged.first(), merged.second())).containsExactly(a, b);
    assertThat(store.accounts().get(b).account().id()).isEqualTo(a);
    assertThat(store.accounts().findByExternalId("crm", "B").orElseThrow().account().id())
        .isEqualTo(a);
    assertThat(names("")).containsExactly("Acme", "Acme Corp");
    assertThat(names("B")).as("found by the id that was merged").containsExactly("Acme");

    Given.load(store, Given.account("B", "Acme Incorporated", "60614", 2));
    assertThat(names("")).containsExactly("Acme", "Acme Corp");
    assertThat(store.accounts().getItself(b).account().name()).isEqualTo("Acme Incorporated");
    assertThat(store.duplicates().mergedInto(a))
        .extracting(each -> each.account().externalId())
        .containsExactly("B");
  }

  private List<String> names(String text) {
    return store.accounts().list(AccountQuery.text(text), null, 9).items().stream()
        .map(stored -> stored.account().name())
        .toList();
  }

  @Test
  void figures_of_a_merged_account_count_for_the_survivor_until_it_is_undone() {
    revenue(Map.of(a, 100L, b, 20L, c, 3L));
    keep(pair(a, b, 0.9));
    PairId pair = open(a, b);

    store.duplicates().merge(pair, b, "planner", false);
    assertThat(booked()).isEqualTo(Map.of(b, 120L, c, 3L));
    assertThat(store.duplicates().traces(List.of(b, c)).get(b))
        .isEqualTo(new AccountTraces(0, 120, 0));

    KeptPair open = store.duplicates().undo(pair, "planner");
    assertThat(open.state()).isEqualTo(PairState.OPEN);
    assertThat(open.decision()).isNull();
    assertThat(booked()).isEqualTo(Map.of(a, 100L, b, 20L, c, 3L));
    assertThat(store.accounts().get(a).account().id()).isEqualTo(a);
  }

  private void revenue(Map<AccountId, Long> cents) {
    try (MeasureLoad<Revenue> load = store.measures().startRevenue("crm")) {
      cents.forEach((account, amount) ->
          load.add(
              new Revenue(account, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1), amount)));
      load.finish("revenue.csv", LocalDate.of(2026, 1, 1), "planner");
    }
  }

  private Map<AccountId, Long> booked() {
    LocalDate first = LocalDate.of(2025, 1, 1);
    Map<AccountId, Long> booked = new HashMap<>();
    for (Map.Entry<AccountId, AccountFigures> each :
        store
            .measures()
            .figures(new FigureDays(first, first, first, LocalDate.of(2026, 1, 1)))
            .entrySet()) {
      booked.put(each.getKey(), each.getValue().revenueCents());
    }
    return booked;
  }

  @Test
  void what_was_decided_is_not_decided_again_and_what_was_not_is_not_undone() {
    keep(pair(a, b, 0.9));
    PairId pair = open(a, b);

    assertRefused("DUPLICATE_UNDECIDED", () -> store.duplicates().undo(pair, "planner"));
    assertRefused(
        "DUPLICATE_STRANGE_SURVIVOR", () -> store.duplicates().merge(pair, c, "planner", false));
    store.duplicates().dismiss(pair, "planner");
    assertRefused("DUPLICATE_DECIDED", () -> store.duplicates().dismiss(pair, "planner"));
    assertRefused("DUPLICATE_DECIDED", () -> store.duplicates().merge(pair, a, "planner", false));
  }

  @Test
  void two_that_were_merged_through_a_third_are_no_question_any_more() {
    keep(pair(a, b, 0.9), pair(b, c, 0.8), pair(a, c, 0.7));
    store.duplicates().merge(open(a, b), a, "planner", false);

    KeptPair rest = store.duplicates().list(PairState.OPEN, null, 9).items().getFirst();
    assertThat(List.of(rest.first(), rest.second()))
        .as("b's pair with c is one of its survivor")
        .containsExactlyInAnyOrder(a, c);
    store.duplicates().merge(rest.id(), c, "planner", false);

    assertThat(store.duplicates().list(PairState.OPEN, null, 9).items()).isEmpty();
    assertThat(store.duplicates().count()).isEqualTo(new PairCounts(0, 2, 0));
    assertThat(store.duplicates().mergedInto(c)).hasSize(2);
  }

  @Test
  void a_merge_that_a_later_one_rests_on_is_undone_after_it() {
    keep(pair(a, b, 0.9), pair(a, c, 0.8));
    PairId first = open(a, b);
    store.duplicates().merge(first, b, "planner", false);
    PairId later = open(b, c); // found between a and c: nobody ever compared b with c
    store.duplicates().merge(later, c, "planner", false);

    assertThatThrownBy(() -> store.duplicates().undo(first, "planner"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problems())
                    .isEqualTo(
                        List.of(
                            new DuplicateProblem.RestedOn(
                                first, later, "Acme Inc", "Acme Corp", "planner"))));
    assertThat(store.accounts().get(a).account().id()).as("nothing was undone").isEqualTo(c);

    store.duplicates().undo(later, "planner");
    store.duplicates().undo(first, "planner");
    assertThat(store.accounts().get(a).account().id()).isEqualTo(a);
  }

  @Test
  void a_merge_that_later_ones_do_without_is_undone_before_them() {
    keep(pair(a, b, 0.9), pair(b, c, 0.8));
    PairId first = open(a, b);
    store.duplicates().merge(first, b, "planner", false);
    store.duplicates().merge(open(b, c), c, "planner", false);

    store.duplicates().undo(first, "planner");

    assertThat(store.accounts().get(a).account().id()).isEqualTo(a);
    assertThat(store.accounts().get(b).account().id()).isEqualTo(c);
  }

  /**
   * Merges and undoes in any order: everyone's survivor is the root of the merges in force, and
   * those join no two accounts that are not joined by pairs of those merges.
   */
  @Test
  void survivors_follow_the_merges_in_force_in_whatever_order_they_are_undone() {
    long seed = Long.getLong("seed", 5);
    for (int world = 0; world < 12; world++) {
      emptyAgain();
      SplittableRandom random = new SplittableRandom(seed + world);
      List<AccountId> all = List.of(id("A"), id("B"), id("C"), id("D"), id("E"));
      Map<PairId, AccountId[]> inForce = new HashMap<>(); // pair -> merged, survivor
      for (int step = 0; step < 12; step++) {
        List<KeptPair> open = store.duplicates().list(PairState.OPEN, null, 50).items();
        if (!open.isEmpty() && random.nextInt(3) > 0) {
          KeptPair pair = open.get(random.nextInt(open.size()));
          boolean first = random.nextBoolean();
          AccountId survivor = first ? pair.first() : pair.second();
          AccountId merged = first ? pair.second() : pair.first();
          store.duplicates().merge(pair.id(), survivor, "x", false);
          inForce.put(pair.id(), new AccountId[] {merged, survivor});
        } else if (!inForce.isEmpty()) {
          PairId undone = new ArrayList<>(inForce.keySet()).get(random.nextInt(inForce.size()));
          try {
            store.duplicates().undo(undone, "x");
            inForce.remove(undone);
          } catch (ProblemException rested) {
            assertThat(rested.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                    DuplicateProblem.RestedOn.class,
                    each -> assertThat(inForce).containsKey(each.later()));
          }
        }
        assertThat(joined(inForce.keySet(), all))
            .as("-Dseed=%s, step %s", seed + world, step)
            .isEqualTo(byRoot(all, inForce));
        for (AccountId account : all) {
          assertThat(store.accounts().get(account).account().id())
              .as("-Dseed=%s, step %s", seed + world, step)
              .isEqualTo(root(account, inForce));
        }
      }
    }
  }

  /** The accounts that pairs join, by what they were found between. */
  private Set<Set<AccountId>> joined(Set<PairId> pairs, List<AccountId> all) {
    Set<Set<AccountId>> groups = new HashSet<>();
    all.forEach(account -> groups.add(Set.of(account)));
    for (PairId pair : pairs) {
      Set<AccountId> ends = Objects.requireNonNull(foundBetween.get(pair));
      Set<Set<AccountId>> met =
          groups.stream()
              .filter(group -> group.stream().anyMatch(ends::contains))
              .collect(Collectors.toSet());
      groups.removeAll(met);
      groups.add(met.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }
    return groups;
  }

  private static Set<Set<AccountId>> byRoot(List<AccountId> all, Map<PairId, AccountId[]> inForce) {
    return new HashSet<>(
        all.stream()
            .collect(Collectors.groupingBy(each -> root(each, inForce), Collectors.toSet()))
            .values());
  }

  private final Map<PairId, Set<AccountId>> foundBetween = new HashMap<>();

  private void emptyAgain() {
    store = server.emptiedStore();
    List<String> names = List.of("A", "B", "C", "D", "E");
    Given.load(
        store,
        names.stream()
            .map(name -> Given.account(name, "Acme " + name, "60614", 1))
            .toArray(Account[]::new));
    List<FoundPair> pairs = new ArrayList<>();
    for (int one = 0; one < names.size(); one++) {
      for (int other = 0; other < one; other++) {
        pairs.add(pair(id(names.get(one)), id(names.get(other)), 0.5));
      }
    }
    store.duplicates().keep(pairs);
    store
        .duplicates()
        .list(PairState.OPEN, null, 50)
        .items()
        .forEach(pair -> foundBetween.put(pair.id(), Set.of(pair.first(), pair.second())));
  }

  private static AccountId root(AccountId account, Map<PairId, AccountId[]> inForce) {
    for (AccountId[] merge : inForce.values()) {
      if (merge[0].equals(account)) {
        return root(merge[1], inForce);
      }
    }
    return account;
  }

  @Test
  void nothing_is_merged_without_asking_until_somebody_says_so() {
    assertThat(store.duplicates().mergesAlike()).isFalse();
    store.duplicates().setMergesAlike(true, "planner");
    assertThat(store.duplicates().mergesAlike()).isTrue();
    store.duplicates().setMergesAlike(false, "planner");
    assertThat(store.duplicates().mergesAlike()).isFalse();
  }

  @Test
  void a_family_is_who_stands_above_by_id_or_by_a_name_of_its_own_and_who_below() {
    Given.load(
        store,
        under("P", "Parent", ""),
        under("X", "By id", "P"),
        under("Y", "By name", "parent"),
        under("Z", "By a name that two have", "Twin"),
        under("T1", "Twin", ""),
        under("T2", "Twin", ""),
        under("O", "Itself", "O"));

    AccountFamily family = family("P");
    assertThat(family.parent()).isEmpty();
    assertThat(family.children()).extracting(each -> each.externalId()).containsExactly("X", "Y");
    assertThat(family.childCount()).isEqualTo(2);
    assertThat(family("X").parent().orElseThrow().externalId()).isEqualTo("P");
    assertThat(family("Y").parent().orElseThrow().externalId()).isEqualTo("P");
    assertThat(family("Z").parent()).isEmpty();
    assertThat(family("T1").children()).isEmpty();
    assertThat(family("O")).isEqualTo(new AccountFamily(Optional.empty(), List.of(), 0));
  }

  @Test
  void a_parent_that_was_merged_leads_to_its_survivor_by_id_and_by_name() {
    Given.load(
        store,
        under("P", "Parent", ""),
        under("Q", "Parent Old", ""),
        under("X", "By id", "Q"),
        under("Y", "By the old name", "parent old"),
        under("Z", "By the name", "Parent"));
    keep(pair(id("P"), id("Q"), 0.9));
    store.duplicates().merge(open(id("P"), id("Q")), id("P"), "planner", false);

    assertThat(family("X").parent().orElseThrow().externalId()).isEqualTo("P");
    assertThat(family("Y").parent().orElseThrow().externalId()).isEqualTo("P");
    AccountFamily family = family("P");
    assertThat(family.children())
        .extracting(each -> each.externalId())
        .containsExactly("X", "Z", "Y");
    assertThat(family.childCount()).isEqualTo(3);
  }

  @Test
  void a_name_of_its_own_goes_before_one_that_a_merged_account_had() {
    Given.load(
        store,
        under("P", "Parent", ""),
        under("Q", "Twin", ""),
        under("R", "Twin", ""),
        under("Z", "By name", "Twin"));
    keep(pair(id("P"), id("Q"), 0.9));
    store.duplicates().merge(open(id("P"), id("Q")), id("P"), "planner", false);

    assertThat(family("Z").parent().orElseThrow().externalId()).isEqualTo("R");
    assertThat(family("R").children()).extracting(each -> each.externalId()).containsExactly("Z");
    assertThat(family("P").children()).isEmpty();
  }

  private AccountFamily family(String externalId) {
    return store
        .accounts()
        .family(store.accounts().findByExternalId("crm", externalId).orElseThrow());
  }

  private static Account under(String id, String name, String parent) {
    var account = Given.account(id, name, "60614", 1);
    return new Account(
        account.id(),
        id,
        name,
        account.address(),
        account.location(),
        account.firmographics(),
        account.worth(),
        new Ties("", "", parent),
        account.upkeep(),
        "",
        "");
  }

  private long keep(FoundPair... pairs) {
    return store.duplicates().keep(List.of(pairs));
  }

  private static FoundPair pair(AccountId one, AccountId other, double score) {
    return new FoundPair(one, other, score, "[\"" + score + "\"]");
  }

  private PairId open(AccountId one, AccountId other) {
    return store.duplicates().list(PairState.OPEN, null, 50).items().stream()
        .filter(pair -> List.of(pair.first(), pair.second()).containsAll(List.of(one, other)))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
