package bailiwick.intake.crm;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What an API answered. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never shared
record CrmAnswer(int status, HttpHeaders headers, byte[] body) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_WORDS = 300;

  boolean fine() {
    return status >= 200 && status < 300;
  }

  /** The body as JSON; a missing node when it is none. */
  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * How long the CRM asks us to wait, zero when it does not: so many seconds, or until a moment of
   * its own clock (RFC 9110, section 10.2.3).
   *
   * @param now by our clock, for an answer that does not tell its own
   */
  Duration retryAfter(Instant now) {
    Duration asked =
        header("Retry-After").map(text -> waiting(text.strip(), date(now))).orElse(Duration.ZERO);
    return asked.isNegative() ? Duration.ZERO : asked;
  }

  private static Duration waiting(String text, Instant now) {
    try {
      return !text.isEmpty() && text.chars().allMatch(Character::isDigit)
          ? Duration.ofSeconds(Integer.parseInt(text))
          : Duration.between(now, day(text));
    } catch (DateTimeException | NumberFormatException unreadable) {
      return Duration.ZERO;
    }
  }

  private static Instant day(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /** When the CRM answered by its own clock; ours where it does not tell. */
  Instant date(Instant ours) {
    try {
      return header("Date").map(CrmAnswer::day).orElse(ours);
    } catch (DateTimeException unreadable) {
      return ours;
    }
  }

  /**
   * Words that a CRM's contract has for people, as a part of a sentence of ours. Nothing else of an
   * answer is ever told: it may be no CRM that answers.
   */
  static String words(String foreign) {
    String line = foreign.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String whole = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return whole.length() > MOST_WORDS ? whole.substring(0, MOST_WORDS) + "…" : whole;
  }
}
