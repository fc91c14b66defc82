package bailiwick.intake.duplicate;

import bailiwick.core.company.PhoneNumber;
import bailiwick.intake.duplicate.Evidence.Field;
import bailiwick.intake.duplicate.Evidence.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Weighs the evidence that two accounts are one: the sum of each field's weight of evidence, as I.
 * Fellegi and A. Sunter, <em>A theory for record linkage</em>, JASA 64 (1969), section 3, add the
 * logarithms of likelihood ratios. Immutable and thread-safe.
 *
 * <p>A weight of {@code w} bits says that the finding is {@code 2^w} times as likely for one
 * account written twice as for two accounts. Where names stop to speak for one company was learnt
 * from labelled pairs of names ({@code bench/README.md}, Duplicates); no labelled pairs with
 * addresses were at hand, so the other weights are set by judgement and checked on planted
 * duplicates. Blank fields weigh nothing.
 *
 * <p>Weights of street and postcode against are such that one name and one domain at two addresses
 * stay below 0.5: those are sites of a family and no duplicates.
 */
final class PairScore {

  /** Names this alike speak neither for nor against. */
  static final double EVEN_NAME = 0.82;

  private static final double SAME_NAME = 4;
  private static final double MOST_COMMONNESS = 5;
  private static final double LEAST_NAME = -7;
  private static final double BITS_PER_LIKENESS = 20;
  private static final double SAME_DOMAIN = 2.5;
  private static final double OTHER_DOMAIN = -1.5;
  private static final double SAME_PHONE = 3;
  private static final double OTHER_PHONE = -0.5;
  private static final double SAME_STREET = 3;
  private static final double ALIKE_STREET = 1;
  private static final double OTHER_STREET = -2.5;
  private static final double SAME_POSTCODE = 2;
  private static final double OTHER_POSTCODE = -4.5;
  private static final double SAME_CITY = 1;
  private static final double OTHER_CITY = -4.5;
  private static final double OTHER_COUNTRY = -4;

  private static final double ALIKE_PLACES = 0.92;
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  private final WordWeights weights;
  private final NameLikeness names;

  /** One field compared, before it is put in words. */
  private record Finding(Field field, Verdict verdict, double points, double likeness) {

    static Finding of(Field field, boolean same, double pointsSame, double pointsOther) {
      return same
          ? new Finding(field, Verdict.SAME, pointsSame, 1)
          : new Finding(field, Verdict.DIFFERENT, pointsOther, 0);
    }
  }

  PairScore(WordWeights weights) {
    this.weights = weights;
    this.names = new NameLikeness(weights);
  }

  /** From 0 to 1; 0.5 where the evidence is even. Symmetric. */
  double of(Traits a, Traits b) {
    return score(points(others(a, b)) + name(a, b).points);
  }

  /**
   * Whether the score is {@code least} or more. Names, which take longest to compare, are left
   * alone where no likeness of theirs could lift the score so far.
   */
  boolean reaches(double least, Traits a, Traits b) {
    double points = points(others(a, b));
    return score(points + SAME_NAME) >= least && score(points + name(a, b).points) >= least;
  }

  private static double points(List<Finding> findings) {
    double points = 0;
    for (Finding finding : findings) {
      points += finding.points;
    }
    return points;
  }

  private static double score(double points) {
    return 1 / (1 + Math.pow(2, -points));
  }

  /** The evidence in words, the name's first. */
  List<Evidence> evidence(Side a, Side b) {
    return Stream.concat(Stream.of(name(a.traits, b.traits)), others(a.traits, b.traits).stream())
        .map(finding -> tell(finding, a, b))
        .toList();
  }

  /** An account as listed and as it compares. */
  record Side(ListedAccount account, Traits traits) {
    static Side of(ListedAccount account) {
      return new Side(account, Traits.of(account));
    }
  }

  /** What every field but the name says. */
  private static List<Finding> others(Traits a, Traits b) {
    List<Finding> findings = new ArrayList<>(6);
    if (!a.domain().isEmpty() && !b.domain().isEmpty()) {
      boolean same = a.domain().equals(b.domain());
      findings.add(Finding.of(Field.DOMAIN, same, SAME_DOMAIN, OTHER_DOMAIN));
    }
    PhoneNumber phone = a.phone();
    PhoneNumber other = b.phone();
    if (phone != null && other != null) {
      boolean same = phone.sameAs(other);
      findings.add(Finding.of(Field.PHONE, same, SAME_PHONE, OTHER_PHONE));
    }
    comparePlaces(a, b, findings);
    return findings;
  }

  private Finding name(Traits a, Traits b) {
    double likeness = names.of(a, b);
    double points =
        likeness >= EVEN_NAME
            ? SAME_NAME * (likeness - EVEN_NAME) / (1 - EVEN_NAME) - commonness(a, b)
            : Math.max(LEAST_NAME, BITS_PER_LIKENESS * (likeness - EVEN_NAME));
    Verdict verdict =
        likeness == 1 ? Verdict.SAME : likeness >= EVEN_NAME ? Verdict.ALIKE : Verdict.DIFFERENT;
    return new Finding(Field.NAME, verdict, points, likeness);
  }

  /**
   * What a name loses because others have it: of {@code n} accounts with one name, each pair is one
   * in {@code n - 1}. At most so much that a common name alone speaks a little against.
   */
  private double commonness(Traits a, Traits b) {
    double others = Math.max(1, weights.namesakes(a, b) - 1);
    return Math.min(MOST_COMMONNESS, Math.log(others) / Math.log(2));
  }

  /** The city speaks only where a postcode is missing, which would say the same more exactly. */
  private static void comparePlaces(Traits a, Traits b, List<Finding> findings) {
    if (!a.street().street().isEmpty() && !b.street().street().isEmpty()) {
      findings.add(street(a.street(), b.street()));
    }
    if (!a.postcode().isEmpty() && !b.postcode().isEmpty()) {
      boolean same = a.postcode().startsWith(b.postcode()) || b.postcode().startsWith(a.postcode());
      findings.add(Finding.of(Field.POSTCODE, same, SAME_POSTCODE, OTHER_POSTCODE));
    } else if (!a.city().isEmpty() && !b.city().isEmpty()) {
      boolean same = likeness(a.city(), b.city()) >= ALIKE_PLACES;
      findings.add(Finding.of(Field.CITY, same, SAME_CITY, OTHER_CITY));
    }
    if (!a.country().isEmpty() && !b.country().isEmpty() && !a.country().equals(b.country())) {
      findings.add(new Finding(Field.COUNTRY, Verdict.DIFFERENT, OTHER_COUNTRY, 0));
    }
  }

  private static Finding street(StreetLine a, StreetLine b) {
    double likeness = likeness(a.street(), b.street());
    boolean alike = likeness >= ALIKE_PLACES;
    if (alike && !a.house().isEmpty() && a.house().equals(b.house())) {
      return new Finding(Field.STREET, Verdict.SAME, SAME_STREET, likeness);
    }
    if (alike && (a.house().isEmpty() || b.house().isEmpty())) {
      return new Finding(Field.STREET, Verdict.ALIKE, ALIKE_STREET, likeness);
    }
    return new Finding(Field.STREET, Verdict.DIFFERENT, OTHER_STREET, likeness);
  }

  private static double likeness(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    return a.compareTo(b) < 0 ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a);
  }

  private Evidence tell(Finding finding, Side a, Side b) {
    return new Evidence(
        finding.field, finding.verdict, finding.likeness, finding.points, words(finding, a, b));
  }

  private String words(Finding finding, Side a, Side b) {
    boolean same = finding.verdict == Verdict.SAME;
    return switch (finding.field) {
      case NAME ->
          (same ? "same name" : decimal("names %.2f alike", finding.likeness))
              + called(a.traits, b.traits);
      case DOMAIN -> told("domain", same, a.traits.domain(), b.traits.domain());
      case PHONE -> told("phone number", same, digits(a), digits(b));
      case STREET ->
          finding.verdict == Verdict.ALIKE
              ? "same street, one without a number"
              : told("street", same, streetOf(a), streetOf(b));
      case POSTCODE -> told("postcode", same, a.traits.postcode(), b.traits.postcode());
      case CITY -> told("city", same, cityOf(a), cityOf(b));
      case COUNTRY -> told("country", same, a.traits.country(), b.traits.country());
    };
  }

  private String called(Traits a, Traits b) {
    int namesakes = weights.namesakes(a, b);
    return namesakes > 2 ? " (" + namesakes + " accounts are called so)" : "";
  }

  private static String told(String what, boolean same, String left, String right) {
    return same ? "same " + what + " " + left : what + " differs (" + left + ", " + right + ")";
  }

  private static String digits(Side side) {
    PhoneNumber phone = side.traits.phone();
    return phone == null ? "" : phone.digits();
  }

  private static String streetOf(Side side) {
    return side.account.address().street();
  }

  private static String cityOf(Side side) {
    return side.account.address().city();
  }

  private static String decimal(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
