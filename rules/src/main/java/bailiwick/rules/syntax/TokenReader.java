package bailiwick.rules.syntax;

import bailiwick.rules.source.RuleProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads tokens with one token of sight, and the small parts of the grammar. */
final class TokenReader {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9_]{0,39}(\\.[0-9]{1,20})?");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Lexer lexer;
  private Token next;
  private int taken;
  private int lastLine;

  TokenReader(Lexer lexer) {
    this.lexer = lexer;
    this.next = lexer.next();
  }

  Token peek() {
    return next;
  }

  boolean atEnd() {
    return next.kind() == Token.Kind.END;
  }

  Token take() {
    Token token = next;
    if (!atEnd()) {
      taken++;
      lastLine = token.span().line();
      next = lexer.next();
    }
    return token;
  }

  boolean skipWord(String word) {
    boolean there = next.isWord(word);
    if (there) {
      take();
    }
    return there;
  }

  boolean skipSign(String sign) {
    boolean there = next.isSign(sign);
    if (there) {
      take();
    }
    return there;
  }

  void expectWord(String word) {
    if (!skipWord(word)) {
      throw ParseFailure.unexpected("`%s`".formatted(word), next);
    }
  }

  Token expectSign(String sign) {
    if (!next.isSign(sign)) {
      throw ParseFailure.unexpected("`%s`".formatted(sign), next);
    }
    return take();
  }

  Token expect(Token.Kind kind, String what) {
    if (next.kind() != kind) {
      throw ParseFailure.unexpected(what, next);
    }
    return take();
  }

  /** A word or a text that is not blank. */
  Token name(String what) {
    boolean named = next.kind() == Token.Kind.WORD || next.kind() == Token.Kind.TEXT;
    if (!named || next.text().isBlank()) {
      throw ParseFailure.unexpected(what, next);
    }
    return take();
  }

  /** A word or a text that is not empty, as a value. */
  Value value() {
    boolean value = next.kind() == Token.Kind.WORD || next.kind() == Token.Kind.TEXT;
    if (!value || next.text().isEmpty()) {
      throw ParseFailure.unexpected("a value", next);
    }
    Token token = take();
    return new Value(token.text(), token.span());
  }

  /** The name of a field. */
  Value field() {
    Token field = expect(Token.Kind.WORD, "the name of a field");
    return new Value(field.text(), field.span());
  }

  /** A whole number from 0 to 2,147,483,647. */
  int wholeNumber() {
    Token token = expect(Token.Kind.WORD, "a whole number");
    BigDecimal number = number(token, token.text());
    try {
      int whole = number.intValueExact();
      if (whole >= 0) {
        return whole;
      }
    } catch (ArithmeticException notWhole) {
      // falls through to the problem
    }
    throw ParseFailure.unexpected(
        "a whole number from 0 to %s".formatted(Integer.MAX_VALUE), token);
  }

  /** A day such as 2026-03-01. */
  LocalDate date() {
    Token token = expect(Token.Kind.WORD, "a day such as 2026-03-01");
    try {
      if (DATE.matcher(token.text()).matches()) {
        return LocalDate.parse(token.text());
      }
    } catch (DateTimeParseException notInTheCalendar) {
      // falls through to the problem
    }
    throw new ParseFailure(new RuleProblem.NotADate(token.text(), token.span()));
  }

  /** A number that stands in a token. */
  static BigDecimal number(Token token, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new ParseFailure(new RuleProblem.NotANumber(text, token.span()));
    }
    return new BigDecimal(text.replace("_", ""));
  }

  /** How many tokens were taken. */
  int taken() {
    return taken;
  }

  /** Whether the next token is one of these words and the first of its line. */
  boolean startsLineWith(Set<String> words) {
    return next.kind() == Token.Kind.WORD
        && words.contains(next.text())
        && next.span().line() > lastLine;
  }
}
