package bailiwick.intake.workbook;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pulls elements from the XML of a workbook's part in bounded memory, whatever it holds: a tag, a
 * text and the depth of nesting have limits, comments are never kept, document types and with them
 * entities are refused. Names are told without their prefix. Not thread-safe.
 *
 * <p>The JDK's parser keeps every name, attribute and open element that it meets, without limits
 * for files of this size.
 */
final class XmlPull implements Closeable {

  /** What comes next. */
  enum Event {
    /** An element begins: {@link #name} and {@link #attribute} tell of it. */
    START,
    /** An element ends: {@link #name} tells which. */
    END,
    /** The document is over. */
    DONE
  }

  private static final int MAX_TAG_CHARS = 1 << 16;
  private static final int MAX_DEPTH = 64;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

  private final String part;
  private final Reader in;
  private final int maxTextChars;
  private final char[] buffer = new char[1 << 14];
  private int at;
  private int end;
  private final StringBuilder tag = new StringBuilder(128); // without its brackets
  private final StringBuilder text = new StringBuilder(128);
  private final Deque<String> open = new ArrayDeque<>();
  private String name = "";
  private boolean collecting;
  private boolean endsAtOnce;

  XmlPull(String part, InputStream bytes, int maxTextChars) throws IOException {
    this.part = part;
    this.maxTextChars = maxTextChars;
    BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 15);
    this.in =
        new InputStreamReader(
            buffered,
            encoding(buffered)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** By byte order mark or declaration; UTF-8 without either. */
  private static Charset encoding(BufferedInputStream bytes) throws IOException {
    bytes.mark(256);
    byte[] head = bytes.readNBytes(200);
    bytes.reset();
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      bytes.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    if (startsWith(head, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher told = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
    boolean known = told.find() && Charset.isSupported(told.group(1));
    return known ? Charset.forName(told.group(1)) : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Name of the element that begins or ends. */
  String name() {
    return name;
  }

  /** Starts to collect text anew, until {@link #text} is asked for. */
  void collect() {
    collecting = true;
    text.setLength(0);
  }

  /** The text since {@link #collect}. */
  String text() {
    collecting = false;
    return text.toString();
  }

  /** Value of an attribute of the element that begins, null when it has none. */
  @Nullable String attribute(String wanted) throws WorkbookException {
    int i = nameEnd(0);
    while (true) {
      while (i < tag.length() && tag.charAt(i) <= ' ') {
        i++;
      }
      int equals = tag.indexOf("=", i);
      if (i >= tag.length() || equals < 0) {
        return null;
      }
      int from = equals + 1;
      while (from < tag.length() && tag.charAt(from) <= ' ') {
        from++;
      }
      int to = from < tag.length() ? tag.indexOf(tag.substring(from, from + 1), from + 1) : -1;
      if (to < 0) {
        throw damaged("an attribute does not end");
      }
      if (isCalled(wanted, i, equals)) {
        return unescaped(tag.substring(from + 1, to));
      }
      i = to + 1;
    }
  }

  /** Whether an attribute's name, without prefix and blanks, is the one wanted. */
  private boolean isCalled(String wanted, int from, int to) {
    int last = to;
    while (last > from && tag.charAt(last - 1) <= ' ') {
      last--;
    }
    int first = last - wanted.length();
    if (first < from || (first > from && tag.charAt(first - 1) != ':')) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (tag.charAt(first + i) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Goes on to where an element begins or ends. */
  Event next() throws IOException {
    if (endsAtOnce) {
      endsAtOnce = false;
      name = open.pop();
      return Event.END;
    }
    while (passText()) {
      int c = need();
      if (c == '/') {
        return end();
      }
      if (c == '?') {
        pass("?>");
      } else if (c == '!') {
        declaration();
      } else {
        return start((char) c);
      }
    }
    if (!open.isEmpty()) {
      throw damaged("it breaks off inside `%s`".formatted(open.peek()));
    }
    return Event.DONE;
  }

  private Event start(char first) throws IOException {
    readTag(first);
    int last = tag.length() - 1;
    endsAtOnce = last >= 0 && tag.charAt(last) == '/';
    if (endsAtOnce) {
      tag.setLength(last);
    }
    name = localName(0);
    open.push(name);
    if (open.size() > MAX_DEPTH) {
      throw damaged("its elements are nested more than %s deep".formatted(MAX_DEPTH));
    }
    return Event.START;
  }

  private Event end() throws IOException {
    readTag('/');
    name = localName(1);
    if (open.isEmpty() || !open.pop().equals(name)) {
      throw damaged("`</%s>` ends what does not begin".formatted(name));
    }
    return Event.END;
  }

  /** Reads a tag up to its closing bracket, of which attributes may hold one as well. */
  private void readTag(char first) throws IOException {
    tag.setLength(0);
    int quote = 0;
    for (int c = first; quote != 0 || c != '>'; c = need()) {
      if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
        quote = quote == 0 ? c : 0;
      }
      if (c == '<' || tag.length() >= MAX_TAG_CHARS) {
        throw damaged(
            c == '<'
                ? "a tag does not end"
                : "a tag is longer than %s characters".formatted(MAX_TAG_CHARS));
      }
      tag.append((char) c);
    }
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < tag.length() && tag.charAt(i) > ' ') {
      i++;
    }
    return i;
  }

  private String localName(int from) {
    int to = nameEnd(from);
    int colon = tag.indexOf(":", from);
    return tag.substring(colon >= 0 && colon < to ? colon + 1 : from, to);
  }

  private void declaration() throws IOException {
    int c = need();
    if (c == '-' && need() == '-') {
      pass("-->");
    } else if (c == '[') {
      for (int i = 0; i < "CDATA[".length(); i++) {
        need();
      }
      passCharacterData();
    } else {
      throw damaged("it has a document type, which no workbook has");
    }
  }

  /** Passes everything up to and with an end mark. */
  private void pass(String mark) throws IOException {
    int matched = 0;
    while (matched < mark.length()) {
      int c = need();
      if (c == mark.charAt(matched)) {
        matched++;
      } else if (c != mark.charAt(0) || matched != 2) {
        matched = c == mark.charAt(0) ? 1 : 0; // after `--` a further `-` keeps both
      }
    }
  }

  private void passCharacterData() throws IOException {
    int closing = 0;
    while (true) {
      int c = need();
      if (c == '>' && closing >= 2) {
        if (collecting) {
          text.setLength(text.length() - 2);
        }
        return;
      }
      closing = c == ']' ? closing + 1 : 0;
      keep((char) c);
    }
  }

  /** Passes text up to a tag; whether there is one. */
  private boolean passText() throws IOException {
    if (!collecting) {
      skipText();
    }
    for (int c = read(); c >= 0; c = read()) {
      if (c == '<') {
        return true;
      }
      if (collecting) {
        keep(c == '&' ? reference() : (char) c);
      }
    }
    return false;
  }

  /** Passes what nobody collects, as far as it is in the buffer. */
  private void skipText() {
    while (at < end && buffer[at] != '<') {
      at++;
    }
  }

  private void keep(char c) throws WorkbookException {
    if (!collecting) {
      return;
    }
    if (text.length() >= maxTextChars) {
      throw new WorkbookException.Oversized(
          "a text of more than %s characters in the part `%s`".formatted(maxTextChars, part));
    }
    text.append(c);
  }

  /** A character that is written by name or number; one beyond 16 bits leaves its low half. */
  private char reference() throws IOException {
    StringBuilder written = new StringBuilder(10);
    for (int c = need(); c != ';'; c = need()) {
      if (written.length() > 10) {
        throw damaged("an `&` begins no character");
      }
      written.append((char) c);
    }
    char[] chars = Character.toChars(character(written.toString()));
    if (chars.length == 2) {
      keep(chars[0]);
    }
    return chars[chars.length - 1];
  }

  private int character(String written) throws WorkbookException {
    return switch (written) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> numbered(written);
    };
  }

  private int numbered(String written) throws WorkbookException {
    try {
      int code =
          written.startsWith("#x")
              ? Integer.parseInt(written.substring(2), 16)
              : written.startsWith("#") ? Integer.parseInt(written.substring(1)) : -1;
      if (Character.isValidCodePoint(code)) {
        return code;
      }
    } catch (NumberFormatException noNumber) {
      // told below, like a number that is no character
    }
    throw damaged("`&%s;` is no character".formatted(written));
  }

  private String unescaped(String value) throws WorkbookException {
    if (value.indexOf('&') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    int i = 0;
    while (i < value.length()) {
      int semicolon = value.charAt(i) == '&' ? value.indexOf(';', i) : -1;
      if (value.charAt(i) == '&' && semicolon > i) {
        plain.appendCodePoint(character(value.substring(i + 1, semicolon)));
        i = semicolon + 1;
      } else {
        plain.append(value.charAt(i++));
      }
    }
    return plain.toString();
  }

  private int need() throws IOException {
    int c = read();
    if (c < 0) {
      throw damaged("it breaks off");
    }
    return c;
  }

  private int read() throws IOException {
    if (at == end) {
      try {
        end = in.read(buffer);
      } catch (CharacterCodingException strange) {
        throw damaged("its characters do not fit its encoding");
      }
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++];
  }

  private WorkbookException damaged(String what) {
    return new WorkbookException.Damaged("in the part `%s` %s".formatted(part, what));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
