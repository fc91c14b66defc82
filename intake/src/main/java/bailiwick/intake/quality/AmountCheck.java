package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells amounts that cannot be right or are far from those of their like: below 0, made of filler
 * digits such as 99999 or 123456, or further from the median than is usual in the segment. The
 * potential and the revenue for each employee are compared within the industry as well, which finds
 * what the wide spread of companies' sizes hides.
 */
final class AmountCheck {

  private static final double HUNDRED = 100;
  private static final String ASCENDING = "1234567890";

  /** An amount that is looked at. */
  enum Amount {
    POTENTIAL("potential"),
    WORKLOAD("workload"),
    SALES("sales"),
    PIPELINE("pipeline"),
    EMPLOYEES("number of employees"),
    REVENUE("revenue"),
    POTENTIAL_EACH("potential for each employee"),
    REVENUE_EACH("revenue for each employee");

    private final String words;

    Amount(String words) {
      this.words = words;
    }

    /** The amount in whole units; 0 when it is not known. */
    double of(Account account) {
      return switch (this) {
        case POTENTIAL -> account.worth().potentialCents() / HUNDRED;
        case WORKLOAD -> account.worth().workloadCentihours() / HUNDRED;
        case SALES -> account.worth().salesCents() / HUNDRED;
        case PIPELINE -> account.worth().pipelineCents() / HUNDRED;
        case EMPLOYEES -> account.firmographics().employees().orElse(0);
        case REVENUE -> account.firmographics().annualRevenueCents().orElse(0) / HUNDRED;
        case POTENTIAL_EACH -> each(POTENTIAL, account);
        case REVENUE_EACH -> each(REVENUE, account);
      };
    }

    private static double each(Amount amount, Account account) {
      double employees = EMPLOYEES.of(account);
      return employees > 0 ? amount.of(account) / employees : 0;
    }

    boolean isEach() {
      return this == POTENTIAL_EACH || this == REVENUE_EACH;
    }

    /** Whether it was filled, so that it says nothing about the account and its like. */
    private boolean isImputed(Account account) {
      Map<String, String> imputed = account.upkeep().imputed();
      return !imputed.isEmpty()
          && imputed.containsKey(
              switch (this) {
                case POTENTIAL, POTENTIAL_EACH -> POTENTIAL.words;
                case WORKLOAD -> WORKLOAD.words;
                case SALES -> SALES.words;
                case PIPELINE -> PIPELINE.words;
                case EMPLOYEES, REVENUE, REVENUE_EACH -> "";
              });
    }

    /** Whether accounts of a kind are of like amounts: sales and pipeline come in leaps. */
    private boolean isCompared() {
      return this != SALES && this != PIPELINE;
    }
  }

  /** An amount that is doubtful, and why. */
  record Odd(Amount amount, String detail) {}

  private final Map<Amount, UsualAmounts> usual = new EnumMap<>(Amount.class);
  private final double mostDeviations;

  private AmountCheck(double mostDeviations) {
    this.mostDeviations = mostDeviations;
  }

  /** Learns what is usual, account by account; {@link #build} ends it. */
  static final class Learning {
    private final Map<Amount, UsualAmounts.Builder> builders = new EnumMap<>(Amount.class);

    Learning() {
      for (Amount amount : Amount.values()) {
        if (amount.isCompared()) {
          builders.put(amount, new UsualAmounts.Builder());
        }
      }
    }

    void add(Account account) {
      builders.forEach((amount, builder) -> {
        if (!amount.isImputed(account)) {
          builder.add(kind(amount, account), amount.of(account));
        }
      });
    }

    AmountCheck build(double mostDeviations) {
      AmountCheck check = new AmountCheck(mostDeviations);
      builders.forEach((amount, builder) -> check.usual.put(amount, builder.build()));
      return check;
    }
  }

  /** Who is alike: the segment for amounts, the sector for amounts by employee. */
  private static String kind(Amount amount, Account account) {
    if (!amount.isEach()) {
      return account.firmographics().segment();
    }
    String industry = account.firmographics().industry();
    return industry.substring(0, Math.min(2, industry.length()));
  }

  /** What is odd about an account; at most one thing for each amount. */
  List<Odd> odd(Account account) {
    List<Odd> odd = new ArrayList<>();
    Set<Amount> filled = EnumSet.noneOf(Amount.class);
    for (Amount amount : Amount.values()) {
      double value = amount.of(account);
      if (amount.isImputed(account)) {
        continue; // told as such
      }
      if (value < 0) {
        odd.add(new Odd(amount, "The %s (%s) is below 0".formatted(amount.words, shown(value))));
      } else if (!amount.isEach() && isFiller(value)) {
        filled.add(amount);
        odd.add(
            new Odd(
                amount, "The %s (%s) looks like a filler".formatted(amount.words, shown(value))));
      } else if (amount.isCompared() && !(amount.isEach() && filled.contains(Amount.EMPLOYEES))) {
        compare(account, amount, value, odd);
      }
    }
    return odd;
  }

  private void compare(Account account, Amount amount, double value, List<Odd> odd) {
    UsualAmounts likes = usual.get(amount);
    double[] range =
        likes == null ? null : likes.findUsual(kind(amount, account), value, mostDeviations);
    if (range != null) {
      odd.add(
          new Odd(
              amount,
              "The %s (%s) is not between %s and %s as usual in its %s"
                  .formatted(
                      amount.words,
                      shown(value),
                      shown(range[0]),
                      shown(range[1]),
                      amount.isEach() ? "industry" : "segment")));
    }
  }

  /** Whether the digits are those of a filler: 9999, 55555, 123456. */
  private static boolean isFiller(double value) {
    if (value < 9_999 || value > 1e15 || value != Math.rint(value)) {
      return false;
    }
    String digits = Long.toString((long) value);
    boolean oneDigit = digits.chars().allMatch(digit -> digit == digits.charAt(0));
    return (oneDigit && (digits.charAt(0) == '9' || digits.length() >= 5))
        || (digits.length() >= 5 && ASCENDING.startsWith(digits));
  }

  private static String shown(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
