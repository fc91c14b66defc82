package bailiwick.intake.crm;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
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
  private static final Duration LONGEST = Duration.ofMinutes(10);

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

  /** How long the CRM asks us to wait, zero when it does not; never more than ten minutes. */
  Duration retryAfter(Instant now) {
    Duration asked = header("Retry-After").map(text -> waiting(text, now)).orElse(Duration.ZERO);
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static Duration waiting(String text, Instant now) {
    try {
      return text.chars().allMatch(Character::isDigit)
          ? Duration.ofSeconds(Long.parseLong(text))
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

  /** The beginning of the body, for a problem. */
  String excerpt() {
    String text = new String(body, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? "nothing" : text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
