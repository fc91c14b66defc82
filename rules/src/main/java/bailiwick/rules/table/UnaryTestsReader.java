package bailiwick.rules.table;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.table.UnaryTests.Between;
import bailiwick.rules.table.UnaryTests.End;
import bailiwick.rules.table.UnaryTests.Equal;
import bailiwick.rules.table.UnaryTests.IsKnown;
import bailiwick.rules.table.UnaryTests.IsNull;
import bailiwick.rules.table.UnaryTests.Other;
import bailiwick.rules.table.UnaryTests.UnaryTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the unary tests of S-FEEL, with what tables of FEEL add: {@code not(…)}, {@code null},
 * {@code in}, lists and literals such as {@code @"2020-01-01"}. Not thread-safe.
 *
 * <p>Source: OMG, <em>Decision Model and Notation</em> 1.3, 9.1 (S-FEEL) and 10.3.1.2 (grammar,
 * rules 7 to 17).
 */
final class UnaryTestsReader {

  private static final String UNDERSTOOD =
      "-, values such as 5, \"word\", true or date(\"2027-01-01\"), comparisons such as >= 5,"
          + " intervals such as [1..5), several of these between commas, not(…) and null";
  private static final Pattern NUMBER =
      Pattern.compile("-?\\s*(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern CALL =
      Pattern.compile("(date\\s+and\\s+time|date|time|duration)\\s*\\(\\s*(?=\")");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{6}|.)", Pattern.DOTALL);

  private final LocatedText text;
  private final String value;
  private int at;

  private UnaryTestsReader(LocatedText text) {
    this.text = text;
    this.value = text.value();
  }

  /**
   * Reads a cell. O(its length).
   *
   * @throws ProblemException pointing at what is not understood
   */
  static UnaryTests read(LocatedText text) {
    return new UnaryTestsReader(text).tests();
  }

  /** The literal that a text is, empty when it is none: outputs may be any expression. */
  static Optional<Literal> findLiteral(LocatedText text) {
    var reader = new UnaryTestsReader(text);
    try {
      reader.skipBlanks();
      Literal literal = reader.literal();
      reader.skipBlanks();
      return reader.isAtEnd() ? Optional.of(literal) : Optional.empty();
    } catch (ProblemException noLiteral) {
      return Optional.empty();
    }
  }

  private UnaryTests tests() {
    skipBlanks();
    if (isAtEnd() || isLoneDash()) {
      return new UnaryTests(false, List.of(), text.span());
    }
    boolean negated = takeWord("not");
    if (negated) {
      require("(");
    }
    List<UnaryTest> tests = testsUpTo(negated ? ")" : "");
    skipBlanks();
    if (!isAtEnd()) {
      throw notUnderstood(at);
    }
    return new UnaryTests(negated, tests, text.span());
  }

  private boolean isLoneDash() {
    return value.charAt(at) == '-' && value.substring(at + 1).isBlank();
  }

  private List<UnaryTest> testsUpTo(String close) {
    List<UnaryTest> tests = new ArrayList<>();
    do {
      addTest(tests);
    } while (take(","));
    if (!close.isEmpty()) {
      require(close);
    }
    return tests;
  }

  private void addTest(List<UnaryTest> tests) {
    skipBlanks();
    int start = at;
    take("?"); // the input itself, which a test may name
    if (takeWord("in")) {
      if (isAt('(') && !isInterval()) {
        require("(");
        tests.addAll(testsUpTo(")"));
        return;
      }
    }
    if (isAt('[') && !isInterval()) {
      require("[");
      tests.addAll(testsUpTo("]"));
      return;
    }
    tests.add(test(start));
  }

  private UnaryTest test(int start) {
    if (takeWord("null")) {
      return new IsNull(span(start));
    }
    if (isAt('[') || isAt(']') || isAt('(')) {
      return interval(start);
    }
    if (take("!=")) {
      if (takeWord("null")) {
        return new IsKnown(span(start));
      }
      return new Other(literal(), span(start));
    }
    if (take("<=")) {
      return new Between(null, new End(ordered(), true), span(start));
    }
    if (take("<")) {
      return new Between(null, new End(ordered(), false), span(start));
    }
    if (take(">=")) {
      return new Between(new End(ordered(), true), null, span(start));
    }
    if (take(">")) {
      return new Between(new End(ordered(), false), null, span(start));
    }
    take("=");
    if (takeWord("null")) {
      return new IsNull(span(start));
    }
    return new Equal(literal(), span(start));
  }

  private Between interval(int start) {
    boolean lowIncluded = value.charAt(at) == '[';
    at++;
    Literal low = ordered();
    require("..");
    Literal high = ordered();
    skipBlanks();
    if (isAtEnd() || "])[".indexOf(value.charAt(at)) < 0) {
      throw notUnderstood(isAtEnd() ? start : at);
    }
    boolean highIncluded = value.charAt(at) == ']';
    at++;
    Span span = span(start);
    int order = low.kind() == high.kind() ? low.amount().compareTo(high.amount()) : -1;
    if (order > 0 || (order == 0 && !(lowIncluded && highIncluded))) {
      throw ProblemException.of(new RuleProblem.EmptyRange(low.text(), high.text(), span));
    }
    return new Between(new End(low, lowIncluded), new End(high, highIncluded), span);
  }

  /**
   * Whether the bracket here opens an interval: two dots come before a comma or the next bracket.
   */
  private boolean isInterval() {
    boolean quoted = false;
    for (int i = at + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        if (value.startsWith("..", i)) {
          return true;
        }
        if (c == ',' || c == ']') {
          return false;
        }
      } else if (c == '\\') {
        i++;
      }
    }
    return false;
  }

  private Literal ordered() {
    skipBlanks();
    int start = at;
    Literal literal = literal();
    if (!literal.kind().isAmount()) {
      throw ProblemException.of(
          new TableProblem.NotUnderstood(
              "the %s %s as a bound".formatted(literal.kind().words(), literal.text()),
              "numbers, dates, times and durations as bounds",
              span(start)));
    }
    return literal;
  }

  private Literal literal() {
    skipBlanks();
    int start = at;
    if (takeWord("true")) {
      return Literal.truth(true, span(start));
    }
    if (takeWord("false")) {
      return Literal.truth(false, span(start));
    }
    if (isAt('"')) {
      return Literal.string(string(), span(start));
    }
    if (take("@")) {
      return made("@", start);
    }
    Matcher call = matcher(CALL);
    if (call.lookingAt()) {
      at = call.end();
      Literal made = made(call.group(1).replaceAll("\\s+", " "), start);
      require(")");
      return made;
    }
    return number(start);
  }

  private Literal made(String function, int start) {
    if (!isAt('"')) {
      throw notUnderstood(start);
    }
    String written = string();
    return Literal.of(function, written, span(start))
        .orElseThrow(() ->
            ProblemException.of(
                new TableProblem.NotUnderstood(
                    "`%s`".formatted(value.substring(start, at)),
                    "days such as 2027-01-31, times such as 2027-01-31T08:00:00 and 08:00:00,"
                        + " durations such as P3D, PT8H and P1Y6M",
                    span(start))));
  }

  private Literal number(int start) {
    Matcher number = matcher(NUMBER);
    if (!number.lookingAt()) {
      throw notUnderstood(start);
    }
    at = number.end();
    boolean goesOn = !isAtEnd() && Character.isLetterOrDigit(value.charAt(at));
    String digits = number.group().replaceAll("\\s", "");
    if (goesOn || digits.length() > Literal.MOST_DIGITS) {
      throw notUnderstood(start);
    }
    return Literal.number(new BigDecimal(digits), span(start));
  }

  private String string() {
    int start = at++;
    while (!isAtEnd() && value.charAt(at) != '"') {
      at += value.charAt(at) == '\\' ? 2 : 1;
    }
    if (isAtEnd()) {
      throw ProblemException.of(new RuleProblem.UnterminatedText(text.span(start, value.length())));
    }
    Matcher escapes = ESCAPE.matcher(value.substring(start + 1, at++));
    return escapes.replaceAll(found -> {
      String escape = found.group(1);
      String resolved =
          switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u', 'U' -> escaped(escape, start);
            case '"', '\\', '\'' -> escape;
            default ->
                throw ProblemException.of(
                    new RuleProblem.UnknownEscape("\\" + escape, text.span(start, at)));
          };
      return Matcher.quoteReplacement(resolved);
    });
  }

  private String escaped(String escape, int start) {
    int code = escape.length() == 1 ? -1 : Integer.parseInt(escape.substring(1), 16);
    if (!Character.isValidCodePoint(code)) {
      throw ProblemException.of(new RuleProblem.UnknownEscape("\\" + escape, text.span(start, at)));
    }
    return Character.toString(code);
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(value).region(at, value.length());
  }

  private boolean isAtEnd() {
    return at >= value.length();
  }

  private boolean isAt(char c) {
    skipBlanks();
    return !isAtEnd() && value.charAt(at) == c;
  }

  private boolean take(String sign) {
    skipBlanks();
    boolean isThere = value.startsWith(sign, at);
    at += isThere ? sign.length() : 0;
    return isThere;
  }

  private boolean takeWord(String word) {
    skipBlanks();
    int end = at + word.length();
    boolean isThere =
        value.startsWith(word, at)
            && (end == value.length() || !Character.isJavaIdentifierPart(value.charAt(end)));
    at = isThere ? end : at;
    return isThere;
  }

  private void require(String sign) {
    if (!take(sign)) {
      throw notUnderstood(at);
    }
  }

  private void skipBlanks() {
    while (at < value.length() && isBlank(value.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private Span span(int start) {
    return text.span(start, at);
  }

  private ProblemException notUnderstood(int from) {
    int start = Math.min(from, value.length());
    int end = start;
    while (end < value.length() && value.charAt(end) != ',' && value.charAt(end) != '\n') {
      end++;
    }
    String found = value.substring(start, end).strip();
    String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
    return ProblemException.of(
        new TableProblem.NotUnderstood(
            found.isEmpty() ? "the end of the entry" : "`" + shown + "`",
            UNDERSTOOD,
            text.span(start, Math.max(start + 1, start + found.length()))));
  }
}
