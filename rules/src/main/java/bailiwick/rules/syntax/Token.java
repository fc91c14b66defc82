package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;

/**
 * A piece of rule text.
 *
 * @param text what it says: for a quoted text without quotes and escapes
 */
record Token(Kind kind, String text, Span span) {

  enum Kind {
    /** A bare word: keyword, name, number, interval, path. */
    WORD,
    /** A text in quotes. */
    TEXT,
    /** One of <code>{ } ( ) , -&gt;</code>. */
    SIGN,
    /** A character that has no meaning here. */
    STRAY,
    /** The end of the file. */
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it has two dots, as intervals do. */
  boolean isInterval() {
    return text.contains("..");
  }

  /** How a problem speaks of it. */
  String shown() {
    return switch (kind) {
      case WORD, SIGN, STRAY -> "`%s`".formatted(text);
      case TEXT -> "the text \"%s\"".formatted(text.length() > 40 ? text.substring(0, 40) : text);
      case END -> "the end of the file";
    };
  }
}
