package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends calls and waits out a CRM's busy moments. What was surely not done is tried again; a write
 * whose answer was lost is not. Not thread-safe.
 */
final class CrmTransport {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How a system says yes, no and later. */
  interface Dialect {

    /** The header that proves who we are, by a token that is renewed when asked for. */
    String authorization(boolean renewed);

    /** Whether a renewed token may help. */
    boolean asksForToken(CrmAnswer answer);

    /** Whether the call was turned away undone and may be sent again later. */
    boolean asksToWait(CrmAnswer answer);

    /** Why the call can never be answered; empty when it may be tried again. */
    Optional<CrmProblem> refusal(CrmAnswer answer);

    /** Looks at what each answer tells beside, such as the calls left. */
    void notice(CrmAnswer answer);
  }

  private final CrmSettings settings;
  private final CrmLink link;

  CrmTransport(CrmSettings settings, CrmLink link) {
    this.settings = settings;
    this.link = link;
  }

  /**
   * Sends a call until it is answered.
   *
   * @throws ProblemException when it is refused, or not answered in time
   * @throws CrmOutcomeUnknown when it writes and no answer tells what became of it
   */
  CrmAnswer send(CrmCall call, Dialect dialect) {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      Duration asked = Duration.ZERO;
      CrmProblem last;
      try {
        CrmAnswer answer = once(call, dialect.authorization(false));
        dialect.notice(answer);
        if (answer.fine()) {
          return answer;
        }
        if (!renewed && dialect.asksForToken(answer)) {
          renewed = true;
          dialect.authorization(true);
          attempt--; // a token that ran out costs no patience
          continue;
        }
        Optional<CrmProblem> refusal = dialect.refusal(answer);
        if (refusal.isPresent()) {
          throw ProblemException.of(refusal.get());
        }
        if (call.writes() && !dialect.asksToWait(answer)) {
          throw new CrmOutcomeUnknown("The CRM answered " + answer.status() + " to a write.");
        }
        asked = answer.retryAfter(link.clock().instant());
        last = new CrmProblem.Busy(settings.name(), answer.status(), attempt);
      } catch (IOException broken) {
        if (call.writes() && !neverSent(broken)) {
          throw new CrmOutcomeUnknown("The answer to a write was lost.", broken);
        }
        last = unreachable(call, broken);
      }
      if (attempt >= link.backOff().attempts()) {
        throw ProblemException.of(last);
      }
      link.pauses().pause(link.backOff().before(attempt, asked, link.random()));
    }
  }

  /** Waits as after a failed attempt. */
  void pause(int failed) {
    link.pauses().pause(link.backOff().before(failed, Duration.ZERO, link.random()));
  }

  void pause(Duration duration) {
    link.pauses().pause(duration);
  }

  Instant now() {
    return link.clock().instant();
  }

  private static boolean neverSent(IOException broken) {
    return broken instanceof ConnectException || broken instanceof HttpConnectTimeoutException;
  }

  private CrmProblem unreachable(CrmCall call, IOException broken) {
    String reason = broken.getMessage();
    return new CrmProblem.Unreachable(
        settings.name(),
        String.valueOf(call.address().getHost()),
        reason == null || reason.isBlank() ? broken.getClass().getSimpleName() : reason);
  }

  private CrmAnswer once(CrmCall call, String authorization) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.address())
            .timeout(PATIENCE)
            .method(call.method(), call.publisher())
            .header("Accept", "application/json, text/csv");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (call.contentType() != null) {
      request.header("Content-Type", call.contentType());
    }
    try {
      HttpResponse<byte[]> answer =
          link.http().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new CrmAnswer(answer.statusCode(), answer.headers(), answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CrmOutcomeUnknown("The exchange was interrupted.", stopped);
    }
  }
}
