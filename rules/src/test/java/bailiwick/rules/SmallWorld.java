package bailiwick.rules;

import bailiwick.rules.attribute.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules over so few values that every kind of subject can be tried. */
public final class SmallWorld {

  private static final List<String> AREAS =
      List.of("US", "US/R0", "\"US/R0/Greater 00\"", "\"US/R0/Greater 00/000\"", "US/R1");
  private static final List<String> INDUSTRIES = List.of("6", "62", "622", "54");
  private static final List<String> SIZES = List.of("..9", "5..49", "50..", "10..20", "49..50");
  private static final List<String> SEGMENTS = List.of("x", "y");

  /** One subject at least of every kind that rules of this world can tell apart. */
  public static final List<Subject> SUBJECTS = subjects();

  /** Those of them that stand nowhere. */
  public static final List<Subject> PLACELESS =
      SUBJECTS.stream().filter(subject -> subject.find("area").isEmpty()).toList();

  private SmallWorld() {}

  /** Up to six rules for the territories {@code T0}, {@code T1} and so on. */
  public static String rules(SplittableRandom random, int territories) {
    List<StringBuilder> texts =
        IntStream.range(0, territories).mapToObj(t -> new StringBuilder()).toList();
    int count = 1 + random.nextInt(6);
    for (int rule = 0; rule < count; rule++) {
      texts
          .get(random.nextInt(territories))
          .append("rule r%s priority %s when ".formatted(rule, random.nextInt(3)))
          .append(condition(random, 2))
          .append('\n');
    }
    return IntStream.range(0, territories)
        .mapToObj(t -> "territory T%s {\n%s}\n".formatted(t, texts.get(t)))
        .collect(Collectors.joining());
  }

  private static String condition(SplittableRandom random, int depth) {
    String one = depth == 0 ? question(random) : condition(random, depth - 1);
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 1 -> "(%s and %s)".formatted(one, condition(random, depth - 1));
      case 2 -> "(%s or %s)".formatted(one, condition(random, depth - 1));
      case 3 -> "not (%s)".formatted(one);
      default -> one;
    };
  }

  private static String question(SplittableRandom random) {
    String unknown = random.nextInt(5) == 0 ? ", unknown" : "";
    return switch (random.nextInt(5)) {
      case 0 -> "area within " + some(random, AREAS) + unknown;
      case 1 -> "industry starts " + some(random, INDUSTRIES) + unknown;
      case 2 -> "industry is " + some(random, INDUSTRIES) + unknown;
      case 3 -> "employees in " + some(random, SIZES) + unknown;
      default -> "segment is " + some(random, SEGMENTS) + unknown;
    };
  }

  /** One value mostly, or up to three, of which one may lie in another. */
  private static String some(SplittableRandom random, List<String> from) {
    int count = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(3);
    return IntStream.range(0, count)
        .mapToObj(value -> from.get(random.nextInt(from.size())))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static List<Subject> subjects() {
    List<Subject> all = new ArrayList<>();
    for (String area :
        List.of(
            "",
            "FR",
            "US",
            "US/R0",
            "US/R0/Greater 00",
            "US/R0/Greater 00/000",
            "US/R1",
            "US/R2")) {
      for (String industry :
          List.of("", "1", "6", "61", "62", "621", "622", "6221", "54", "541", "5")) {
        for (String segment : List.of("", "x", "y", "z")) {
          Subject without =
              Subject.UNKNOWN
                  .withText("area", area)
                  .withText("industry", industry)
                  .withText("segment", segment);
          all.add(without);
          for (long size : List.of(0L, 5L, 9L, 10L, 15L, 20L, 21L, 49L, 50L, 51L)) {
            all.add(without.withNumber("employees", size));
          }
        }
      }
    }
    return List.copyOf(all);
  }
}
