package bailiwick.intake.duplicate;

import static bailiwick.intake.duplicate.Listings.at;
import static bailiwick.intake.duplicate.Listings.named;
import static bailiwick.intake.duplicate.Listings.web;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.fixture.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateSearchTest {

  @Test
  void one_company_typed_by_two_hands_is_a_pair_with_its_evidence() {
    DuplicatePair pair =
        only(
            at("1", "Acme Tools, Inc.", "12 Main St", "60614", "www.acme.com", "312 555 0187"),
            at("2", "ACME TOOLS", "12 Main Street", "60614-1234", "info@acme.com", ""));
    assertThat(pair.score()).isGreaterThan(0.99).isLessThan(1);
    assertThat(texts(pair))
        .containsExactly(
            "same name", "same domain acme.com", "same street 12 Main St", "same postcode 60614");
  }

  @Test
  void what_differs_is_told_with_both_values() {
    DuplicatePair pair =
        DuplicateSearch.compare(
            at("1", "Borealis Foods", "12 Main St", "60614", "borealis.com", "312 555 0187"),
            at("2", "Boraelis Foods", "9 Elm Rd", "75201", "borealis.de", "214 555 0100"),
            List.of());
    assertThat(texts(pair))
        .containsExactly(
            "names 0.99 alike",
            "domain differs (borealis.com, borealis.de)",
            "phone number differs (3125550187, 2145550100)",
            "street differs (12 Main St, 9 Elm Rd)",
            "postcode differs (60614, 75201)");
    assertThat(pair.score()).isLessThan(0.1);
  }

  @Test
  void one_name_and_domain_at_two_addresses_are_sites_and_no_pair() {
    assertThat(
            found(
                at("1", "Acme", "12 Main St", "60614", "acme.com", ""),
                at("2", "Acme", "9 Elm Rd", "75201", "acme.com", "")))
        .isEmpty();
  }

  @Test
  void a_mail_provider_in_common_is_no_evidence() {
    DuplicatePair pair =
        DuplicateSearch.compare(
            web("1", "Acme", "acme@gmail.com"), web("2", "Borealis", "gmail.com"), List.of());
    assertThat(pair.evidence()).extracting(Evidence::field).containsExactly(Evidence.Field.NAME);
  }

  @Test
  void guests_of_one_host_do_not_share_a_domain() {
    assertThat(CompanyDomain.find("acme.blogspot.com")).hasValue("acme.blogspot.com");
    assertThat(CompanyDomain.find("shop.acme.co.uk")).hasValue("acme.co.uk");
    assertThat(CompanyDomain.find("co.uk")).isEmpty();
    assertThat(CompanyDomain.find("www.acme.example")).hasValue("acme.example");
  }

  @Test
  void a_number_in_a_name_is_the_same_or_another_store() {
    assertThat(found(named("1", "Acme Store 12"), named("2", "Acme Store 13"))).isEmpty();
    assertThat(found(named("1", "Acme Store 12"), named("2", "ACME Store #12"))).hasSize(1);
  }

  @Test
  void a_name_and_its_initials_are_a_pair_where_they_share_a_domain() {
    assertThat(
            found(
                web("1", "International Business Machines Corp.", "ibm.com"),
                web("2", "IBM", "www.ibm.com")))
        .hasSize(1);
  }

  @Test
  void a_name_that_many_have_tells_little() {
    List<ListedAccount> accounts =
        IntStream.range(0, 20).mapToObj(i -> named("A" + (10 + i), "Corner Dental")).toList();
    assertThat(DuplicateSearch.find(accounts, DuplicateSettings.DEFAULT).pairs()).isEmpty();
    assertThat(texts(DuplicateSearch.compare(accounts.get(0), accounts.get(1), accounts)))
        .containsExactly("same name (20 accounts are called so)");
  }

  @Test
  void names_without_letters_are_alike_to_nothing() {
    assertThat(found(named("1", "???"), named("2", "!!!"))).isEmpty();
  }

  @Test
  void the_score_is_the_same_both_ways_round() {
    Seeds.check((random, size) -> {
      List<ListedAccount> two = Listings.random(random, 2);
      List<ListedAccount> among = Listings.random(random, size);
      DuplicatePair one = DuplicateSearch.compare(two.get(0), two.get(1), among);
      DuplicatePair turned = DuplicateSearch.compare(two.get(1), two.get(0), among);
      assertThat(turned).isEqualTo(one);
      assertThat(scoreOf(two.get(1), two.get(0), among)).isEqualTo(one.score());
      assertThat(one.score()).isBetween(0.0, 1.0);
    });
  }

  /** Past the order of ids that {@code compare} makes. */
  private static double scoreOf(ListedAccount a, ListedAccount b, List<ListedAccount> among) {
    PairScore score = new PairScore(WordWeights.of(among.stream().map(Traits::of).toList()));
    return score.of(Traits.of(a), Traits.of(b));
  }

  @Test
  void accounts_in_another_order_give_the_same_report() {
    Seeds.check((random, size) -> {
      List<ListedAccount> accounts = Listings.random(random, size);
      DuplicateSettings few = new DuplicateSettings(0.3, 5, 2);
      assertThat(DuplicateSearch.find(shuffled(accounts, random), few))
          .isEqualTo(DuplicateSearch.find(accounts, few));
    });
  }

  @Test
  void every_pair_of_one_domain_is_compared() {
    Seeds.check((random, size) -> {
      List<ListedAccount> accounts = Listings.random(random, size / 2);
      Set<String> compared =
          keys(DuplicateSearch.find(accounts, new DuplicateSettings(0, 100, 1)).pairs());
      forEachPair(
          accounts,
          (a, b) -> {
            var domain = CompanyDomain.find(a.website());
            if (domain.isPresent() && domain.equals(CompanyDomain.find(b.website()))) {
              assertThat(compared).contains(a.id() + "|" + b.id());
            }
          });
    });
  }

  @Test
  void nothing_is_lost_of_what_comparing_all_with_all_finds_where_a_trait_is_shared() {
    Seeds.check((random, size) -> {
      List<ListedAccount> accounts = Listings.random(random, size / 4);
      List<Traits> traits = accounts.stream().map(Traits::of).toList();
      WordWeights weights = WordWeights.of(traits);
      PairScore score = new PairScore(weights);
      BlockKeys keys = new BlockKeys(weights, 1_000);
      Set<String> expected = new TreeSet<>();
      for (int i = 0; i < traits.size(); i++) {
        for (int j = i + 1; j < traits.size(); j++) {
          if (shareKey(keys.of(traits.get(i)), keys.of(traits.get(j)))
              && score.of(traits.get(i), traits.get(j)) >= 0.5) {
            expected.add(accounts.get(i).id() + "|" + accounts.get(j).id());
          }
        }
      }
      var report = DuplicateSearch.find(accounts, new DuplicateSettings(0.5, 1_000, 1));
      assertThat(keys(report.pairs())).isEqualTo(expected);
      assertThat(report.problems()).isEmpty();
    });
  }

  @Test
  void names_alike_to_the_letter_or_but_for_a_slip_of_two_are_found_without_anything_else() {
    Set<String> found =
        keys(
            DuplicateSearch.find(
                    List.of(
                        named("1", "Crystalord Ltd"),
                        named("2", "Cristalord"),
                        named("3", "Crystalrod"),
                        named("4", "Good Will Company"),
                        named("5", "Goodwill Co."),
                        named("6", "Borealis"),
                        named("7", "Müller Maschinenbau GmbH"),
                        named("8", "Maschinenbau Muller")),
                    DuplicateSettings.DEFAULT)
                .pairs());
    assertThat(found).containsExactly("1|2", "1|3", "2|3", "4|5", "7|8");
  }

  @Test
  void a_domain_of_too_many_is_told_and_each_meets_its_neighbours_by_name() {
    List<ListedAccount> accounts =
        IntStream.range(0, 26)
            .mapToObj(
                i -> web("A" + (10 + i), "" + (char) ('a' + i) + (char) ('a' + i), "acme.com"))
            .toList();
    DuplicateReport report = DuplicateSearch.find(accounts, new DuplicateSettings(0, 10, 2));
    assertThat(report.compared()).isEqualTo(25 + 24);
    assertThat(report.problems())
        .containsExactly(new DuplicateProblem.LargeBlocks("a domain", 1, 26, "aa", 10));
    assertThat(report.problems().getFirst().message())
        .isEqualTo(
            "More than 10 accounts share a domain, 1 times over, at most 26 of them (`aa` among"
                + " them): each was compared only with those next to it by name.");
  }

  @Test
  void the_work_grows_with_the_accounts_however_alike_they_are() {
    List<ListedAccount> alike =
        IntStream.range(0, 5_000)
            .mapToObj(i -> at("A" + (10_000 + i), "Acme", "1 Main St", "60614", "acme.com", ""))
            .toList();
    DuplicateReport report = DuplicateSearch.find(alike, DuplicateSettings.DEFAULT);
    assertThat(report.compared()).isLessThan(5_000L * 100);
    assertThat(report.pairs().getFirst().score()).isGreaterThan(0.9);
  }

  @Test
  void no_accounts_have_no_pairs() {
    assertThat(DuplicateSearch.find(List.of(), DuplicateSettings.DEFAULT))
        .isEqualTo(new DuplicateReport(0, 0, List.of(), List.of()));
  }

  private static boolean shareKey(long[] a, long[] b) {
    return IntStream.range(0, a.length)
        .anyMatch(i -> IntStream.range(0, b.length).anyMatch(j -> a[i] == b[j]));
  }

  private static List<DuplicatePair> found(ListedAccount... accounts) {
    return DuplicateSearch.find(List.of(accounts), DuplicateSettings.DEFAULT).pairs();
  }

  private static DuplicatePair only(ListedAccount... accounts) {
    List<DuplicatePair> pairs = found(accounts);
    assertThat(pairs).hasSize(1);
    return pairs.getFirst();
  }

  private static List<String> texts(DuplicatePair pair) {
    return pair.evidence().stream().map(Evidence::text).toList();
  }

  private static Set<String> keys(List<DuplicatePair> pairs) {
    return pairs.stream()
        .map(pair -> pair.first().id() + "|" + pair.second().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private interface OfTwo {
    void accept(ListedAccount a, ListedAccount b);
  }

  private static void forEachPair(List<ListedAccount> accounts, OfTwo of) {
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = i + 1; j < accounts.size(); j++) {
        of.accept(accounts.get(i), accounts.get(j));
      }
    }
  }

  private static List<ListedAccount> shuffled(
      List<ListedAccount> accounts, SplittableRandom random) {
    List<ListedAccount> shuffled = new ArrayList<>(accounts);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }
}
