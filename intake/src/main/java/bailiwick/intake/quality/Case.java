package bailiwick.intake.quality;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Accounts whose contribution to the totals is uncertain together: one account, or several that may
 * be the same company. At least one of them counts. Immutable.
 *
 * @param members at least one
 * @param allCount chance that all of them count and not just one; 1 for a single one
 */
record Case(List<Member> members, double allCount) {

  /** An account in a case. Immutable; owns its arrays. */
  static final class Member {

    private final Possible possible;
    private final long[] amounts; // what it may bring, ascending, at least one

    private Member(Possible possible, long[] amounts) {
      this.possible = possible;
      this.amounts = amounts;
    }

    /**
     * An account that may belong to some territories.
     *
     * @param amounts what it may bring, ascending, at least one; not changed afterwards, since many
     *     accounts share them
     */
    static Member of(Possible possible, long[] amounts) {
      return new Member(possible, amounts);
    }

    /** The territories it may belong to. */
    Possible possible() {
      return possible;
    }

    /** What it may bring, ascending. */
    LongStream amounts() {
      return Arrays.stream(amounts);
    }

    long low() {
      return amounts[0];
    }

    long high() {
      return amounts[amounts.length - 1];
    }

    boolean isCertain() {
      return possible.isCertain() && low() == high();
    }

    boolean canBeIn(int territory) {
      return possible.has(territory);
    }

    /** Whether it can belong to somebody else than a territory. */
    boolean canBeElsewhere(int territory) {
      return possible.hasBeside(territory);
    }

    int drawTerritory(RandomGenerator random) {
      return possible.draw(random);
    }

    long drawAmount(RandomGenerator random) {
      return amounts.length == 1 ? amounts[0] : amounts[random.nextInt(amounts.length)];
    }
  }

  Case {
    members = List.copyOf(members);
  }

  static Case of(Member member) {
    return new Case(List.of(member), 1);
  }

  /** What a case gives a territory, and all others together, in one world. */
  record Split(long own, long others) {
    static final Split NOTHING = new Split(0, 0);

    Split plus(Split other) {
      return new Split(own + other.own, others + other.others);
    }
  }

  /**
   * The most for a territory and, at once, the least for all others: every member that can be the
   * territory's counts there. Only when none can does the smallest count for somebody else.
   */
  Split mostFor(int territory) {
    long own = 0;
    boolean reaches = false;
    long least = Long.MAX_VALUE;
    for (Member member : members) {
      if (member.canBeIn(territory)) {
        own += member.high();
        reaches = true;
      } else {
        least = Math.min(least, member.canBeIn(HeldAccount.NOBODY) ? 0 : member.low());
      }
    }
    return new Split(own, reaches ? 0 : least);
  }

  /**
   * The least for a territory and, at once, the most for all others: every member that can be
   * another's counts there. Only when all must be the territory's does its smallest count.
   */
  Split leastFor(int territory) {
    long others = 0;
    boolean avoids = false;
    long least = Long.MAX_VALUE;
    for (Member member : members) {
      if (member.canBeElsewhere(territory)) {
        others += member.high();
        avoids = true;
      } else if (member.canBeIn(HeldAccount.NOBODY)) {
        avoids = true;
      } else {
        least = Math.min(least, member.low());
      }
    }
    return new Split(avoids ? 0 : least, others);
  }

  /** Adds what one drawn world gives to the territories' totals. */
  void draw(RandomGenerator random, long[] totals) {
    if (members.size() == 1 || random.nextDouble() < allCount) {
      members.forEach(member -> add(member, random, totals));
    } else {
      add(members.get(random.nextInt(members.size())), random, totals);
    }
  }

  private static void add(Member member, RandomGenerator random, long[] totals) {
    int territory = member.drawTerritory(random);
    long amount = member.drawAmount(random);
    if (territory != HeldAccount.NOBODY) {
      totals[territory] += amount;
    }
  }
}
