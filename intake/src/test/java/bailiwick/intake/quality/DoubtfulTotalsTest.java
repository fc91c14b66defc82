package bailiwick.intake.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bailiwick.core.fixture.Seeds;
import bailiwick.core.measure.Balance;
import bailiwick.intake.quality.Case.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DoubtfulTotalsTest {

  private static final double[] EVEN = {1, 1};

  @Test
  void without_doubt_there_is_one_figure_only() {
    var limits =
        new DoubtfulTotals(new long[] {60, 40}, new long[] {60, 40}, List.of(), EVEN).limits(1);
    assertThat(limits.totals()).containsExactly(sure(60), sure(40));
    assertThat(limits.balance().isCertain()).isTrue();
    assertThat(limits.balance().recorded()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void a_pair_of_duplicates_counts_once_or_twice() {
    Case pair = new Case(List.of(in(0, 10), in(0, 30)), 0.5);
    var limits = limits(new long[] {40, 50}, new long[] {0, 50}, pair);
    assertThat(limits.totals().getFirst().low()).isEqualTo(10);
    assertThat(limits.totals().getFirst().high()).isEqualTo(40);
    assertThat(limits.totals().get(1)).isEqualTo(sure(50));
  }

  @Test
  void an_account_between_two_territories_may_belong_to_either() {
    Case between = Case.of(Member.of(Possible.of(Map.of(0, 1L, 1, 1L)), new long[] {20}));
    var limits = limits(new long[] {60, 40}, new long[] {40, 40}, between);
    assertThat(limits.totals().get(0).low()).isEqualTo(40);
    assertThat(limits.totals().get(0).high()).isEqualTo(60);
    assertThat(limits.totals().get(1).low()).isEqualTo(40);
    assertThat(limits.totals().get(1).high()).isEqualTo(60);
    assertThat(limits.balance().high()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void one_likely_place_in_twenty_stays_outside_the_limits_of_90_percent() {
    Case rare =
        Case.of(Member.of(Possible.of(new TreeMap<>(Map.of(0, 97L, 1, 3L))), new long[] {20}));
    var limits = limits(new long[] {60, 40}, new long[] {40, 40}, rare);
    assertThat(limits.totals().get(0).low90()).isEqualTo(60);
    assertThat(limits.totals().get(0).low()).isEqualTo(40);
  }

  @Test
  void the_same_seed_gives_the_same_limits() {
    var cases =
        List.of(Case.of(Member.of(Possible.of(Map.of(0, 1L, 1, 2L)), new long[] {3, 5, 9})));
    var totals = new DoubtfulTotals(new long[] {5, 7}, new long[] {0, 7}, cases, EVEN);
    assertThat(totals.limits(3)).isEqualTo(totals.limits(3));
  }

  @Test
  void limits_are_those_of_all_worlds_tried_one_by_one() {
    Seeds.check((random, size) -> {
      int territories = 1 + random.nextInt(3);
      double[] shares = random.doubles(territories, 0.5, 2).toArray();
      long[] certain = random.longs(territories, 0, 30).toArray();
      List<Case> cases = new ArrayList<>();
      for (int c = random.nextInt(3); c >= 0; c--) {
        cases.add(drawn(random, territories));
      }
      Worlds worlds = new Worlds(territories, shares);
      worlds.walk(cases, 0, certain);
      var limits = new DoubtfulTotals(certain, certain, cases, shares).limits(1);
      for (int t = 0; t < territories; t++) {
        Spread total = limits.totals().get(t);
        assertThat(total.low()).isEqualTo((double) worlds.least[t]);
        assertThat(total.high()).isEqualTo((double) worlds.most[t]);
        assertThat(total.low90()).isBetween(total.low(), total.high90());
        assertThat(total.high90()).isLessThanOrEqualTo(total.high());
      }
      assertThat(limits.balance().high()).isCloseTo(worlds.worst, within(1e-9));
      assertThat(limits.balance().low()).isLessThanOrEqualTo(worlds.best + 1e-9);
      assertThat(limits.balance().low90()).isBetween(worlds.best - 1e-9, limits.balance().high90());
      assertThat(limits.balance().high90()).isLessThanOrEqualTo(worlds.worst + 1e-9);
    });
  }

  /** Every world that the cases leave open, one by one. */
  private static final class Worlds {
    private final double[] shares;
    private final long[] least;
    private final long[] most;
    private double best = Double.POSITIVE_INFINITY;
    private double worst;

    Worlds(int territories, double[] shares) {
      this.shares = shares;
      this.least = new long[territories];
      this.most = new long[territories];
      Arrays.fill(least, Long.MAX_VALUE);
    }

    void walk(List<Case> cases, int next, long[] totals) {
      if (next == cases.size()) {
        for (int t = 0; t < totals.length; t++) {
          least[t] = Math.min(least[t], totals[t]);
          most[t] = Math.max(most[t], totals[t]);
        }
        double balance = Balance.largestDeviation(totals, shares);
        best = Math.min(best, balance);
        worst = Math.max(worst, balance);
        return;
      }
      members(cases, next, 0, totals, false);
    }

    private void members(List<Case> cases, int at, int member, long[] totals, boolean counted) {
      List<Member> members = cases.get(at).members();
      if (member == members.size()) {
        if (counted) {
          walk(cases, at + 1, totals);
        }
        return;
      }
      if (members.size() > 1) {
        members(cases, at, member + 1, totals, counted);
      }
      for (int territory : members.get(member).possible().territories().toArray()) {
        for (long amount : members.get(member).amounts().toArray()) {
          long[] after = totals.clone();
          if (territory != HeldAccount.NOBODY) {
            after[territory] += amount;
          }
          members(cases, at, member + 1, after, true);
        }
      }
    }
  }

  private static Case drawn(SplittableRandom random, int territories) {
    List<Member> members = new ArrayList<>();
    for (int m = random.nextInt(3); m >= 0; m--) {
      Map<Integer, Long> weights = new TreeMap<>();
      for (int t = -1; t < territories; t++) {
        if (random.nextInt(2) == 0) {
          weights.put(t, 1L + random.nextInt(4));
        }
      }
      weights.putIfAbsent(random.nextInt(territories), 1L);
      long[] amounts = random.longs(1 + random.nextInt(2), 1, 20).sorted().toArray();
      members.add(Member.of(Possible.of(weights), amounts));
    }
    return new Case(members, members.size() == 1 ? 1 : random.nextDouble());
  }

  private static DoubtfulTotals.Limits limits(long[] recorded, long[] certain, Case... cases) {
    return new DoubtfulTotals(recorded, certain, List.of(cases), EVEN).limits(1);
  }

  private static Member in(int territory, long amount) {
    return Member.of(Possible.of(Map.of(territory, 1L)), new long[] {amount});
  }

  private static Spread sure(double figure) {
    return new Spread(figure, figure, figure, figure, figure);
  }
}
