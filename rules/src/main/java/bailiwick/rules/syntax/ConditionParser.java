package bailiwick.rules.syntax;

import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads conditions: or of and of not of questions, with parentheses. */
final class ConditionParser {

  private final TokenReader tokens;
  private int depth;

  ConditionParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  Condition condition() {
    depth = 0;
    return either();
  }

  private Condition either() {
    Condition first = both();
    if (!tokens.peek().isWord("or")) {
      return first;
    }
    List<Condition> parts = new ArrayList<>(List.of(first));
    while (tokens.skipWord("or")) {
      parts.add(both());
    }
    return new Condition.Any(parts, first.span().to(parts.getLast().span()));
  }

  private Condition both() {
    Condition first = single();
    if (!tokens.peek().isWord("and")) {
      return first;
    }
    List<Condition> parts = new ArrayList<>(List.of(first));
    while (tokens.skipWord("and")) {
      parts.add(single());
    }
    return new Condition.All(parts, first.span().to(parts.getLast().span()));
  }

  private Condition single() {
    Token first = tokens.peek();
    if (tokens.skipWord("not")) {
      Condition part = deeper(first, this::single);
      return new Condition.Not(part, first.span().to(part.span()));
    }
    if (tokens.skipSign("(")) {
      Condition inner = deeper(first, this::either);
      tokens.expectSign(")");
      return inner;
    }
    if (tokens.skipWord("always")) {
      return new Condition.All(List.of(), first.span());
    }
    if (tokens.skipWord("never")) {
      return new Condition.Any(List.of(), first.span());
    }
    return question();
  }

  private Condition deeper(Token opener, Supplier<Condition> part) {
    if (++depth > RuleParser.DEEPEST) {
      throw new ParseFailure(new RuleProblem.TooDeep(RuleParser.DEEPEST, opener.span()));
    }
    Condition inner = part.get();
    depth--;
    return inner;
  }

  private Condition question() {
    Token field =
        tokens.expect(Token.Kind.WORD, "a question about a field, `not`, `(`, `always` or `never`");
    Token asked = tokens.take();
    return switch (asked.kind() == Token.Kind.WORD ? asked.text() : "") {
      case "is" -> {
        var values = values();
        yield new Condition.In(
            field.text(), values.known(), values.unknown(), span(field, values.last()));
      }
      case "starts" -> {
        var values = values();
        yield new Condition.Prefix(
            field.text(), values.known(), values.unknown(), span(field, values.last()));
      }
      case "within" -> {
        var values = values();
        yield new Condition.Within(
            field.text(), values.known(), values.unknown(), span(field, values.last()));
      }
      case "in" -> tokens.skipWord("list") ? listed(field) : range(field);
      default -> throw ParseFailure.unexpected("`is`, `starts`, `in` or `within`", asked);
    };
  }

  private static Span span(Token field, Span last) {
    return field.span().to(last);
  }

  private Condition listed(Token field) {
    Token name = tokens.name("the name of a list");
    boolean unknown = tokens.skipSign(",");
    if (unknown) {
      tokens.expectWord("unknown");
    }
    return new Condition.Listed(
        field.text(), new Value(name.text(), name.span()), unknown, span(field, name.span()));
  }

  private Condition range(Token field) {
    List<Interval> intervals = new ArrayList<>();
    boolean unknown = false;
    Span last;
    do {
      Token token = tokens.expect(Token.Kind.WORD, "an interval such as 50..249");
      last = token.span();
      if (token.text().equals("unknown")) {
        unknown = true;
      } else {
        intervals.add(interval(token));
      }
    } while (tokens.skipSign(","));
    return new Condition.Range(field.text(), intervals, unknown, span(field, last));
  }

  /** The interval that stands next. */
  Interval interval() {
    return interval(tokens.expect(Token.Kind.WORD, "an interval such as 50..249"));
  }

  private static Interval interval(Token token) {
    String text = token.text();
    int dots = text.indexOf("..");
    if (dots < 0) {
      BigDecimal number = TokenReader.number(token, text);
      return new Interval(number, number, token.span());
    }
    return new Interval(
        bound(token, text.substring(0, dots)),
        bound(token, text.substring(dots + 2)),
        token.span());
  }

  private static @Nullable BigDecimal bound(Token token, String text) {
    return text.isEmpty() ? null : TokenReader.number(token, text);
  }

  private record Values(List<Value> known, boolean unknown, Span last) {}

  private Values values() {
    List<Value> known = new ArrayList<>();
    boolean unknown = false;
    Span last;
    do {
      boolean bareUnknown = tokens.peek().isWord("unknown");
      Value value = tokens.value();
      last = value.span();
      if (bareUnknown) {
        unknown = true;
      } else {
        known.add(value);
      }
    } while (tokens.skipSign(","));
    return new Values(known, unknown, last);
  }
}
