package bailiwick.rules.syntax;

import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import java.util.List;

/** Cuts rule text into tokens, one at a time. Reports what is wrong inside a token and goes on. */
final class Lexer {

  private static final String SIGNS = "{}(),";
  private static final String ENDS_A_WORD = SIGNS + "\"#>";

  private final String file;
  private final String text;
  private final List<RuleProblem> problems;
  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(Source source, List<RuleProblem> problems) {
    this.file = source.name();
    this.text = source.text();
    this.problems = problems;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
    this.lineStart = at;
  }

  Token next() {
    skipBlanks();
    if (at >= text.length()) {
      return new Token(Token.Kind.END, "", spanFrom(at, 1));
    }
    char c = text.charAt(at);
    if (c == '"') {
      return quoted();
    }
    if (SIGNS.indexOf(c) >= 0) {
      return taken(Token.Kind.SIGN, 1);
    }
    if (isArrow(at)) {
      return taken(Token.Kind.SIGN, 2);
    }
    return isWordPart(at) ? word() : taken(Token.Kind.STRAY, 1);
  }

  /** Whether a text can stand as a bare word. */
  static boolean isWord(String text) {
    if (text.isEmpty() || text.charAt(0) == '\uFEFF') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isWordChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordChar(char c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && ENDS_A_WORD.indexOf(c) < 0;
  }

  private boolean isWordPart(int position) {
    return isWordChar(text.charAt(position)) && !isArrow(position);
  }

  private boolean isArrow(int position) {
    return text.startsWith("->", position);
  }

  private Token word() {
    int end = at + 1;
    while (end < text.length() && isWordPart(end)) {
      end++;
    }
    return taken(Token.Kind.WORD, end - at);
  }

  private Token taken(Token.Kind kind, int length) {
    var token = new Token(kind, text.substring(at, at + length), spanFrom(at, length));
    at += length;
    return token;
  }

  private Token quoted() {
    int start = at++;
    var said = new StringBuilder();
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      char c = text.charAt(at++);
      if (c == '"') {
        return new Token(Token.Kind.TEXT, said.toString(), spanFrom(start, at - start));
      }
      said.append(c == '\\' ? escaped() : c);
    }
    problems.add(new RuleProblem.UnterminatedText(spanFrom(start, at - start)));
    return new Token(Token.Kind.TEXT, said.toString(), spanFrom(start, at - start));
  }

  private char escaped() {
    if (at >= text.length() || isLineEnd(text.charAt(at))) {
      return '\\'; // the text does not end on this line, which is reported by itself
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> {
        problems.add(new RuleProblem.UnknownEscape("\\" + c, spanFrom(at - 2, 2)));
        yield c;
      }
    };
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipLine();
      } else if (isLineEnd(c)) {
        endLine();
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
  }

  private void endLine() {
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
    lineStart = at;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private Span spanFrom(int start, int length) {
    return new Span(file, line, start - lineStart + 1, Math.max(1, length));
  }
}
