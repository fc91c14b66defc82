package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends calls and waits out a CRM's busy moments. What was surely not done is tried again; a write
 * whose answer was lost is not. Not thread-safe.
 */
final class CrmTransport {

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
    link.network().require(settings.name(), call.address());
    BackOff backOff = link.patience().backOff();
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
        last = new CrmProblem.Busy(settings.name(), answer.status(), attempt, asked);
      } catch (IOException broken) {
        if (call.writes() && !neverSent(broken)) {
          throw new CrmOutcomeUnknown("The answer to a write was lost.", broken);
        }
        last = problem(call, broken);
        if (broken instanceof CappedBody.TooLarge) {
          throw ProblemException.of(last);
        }
      }
      if (!backOff.goesOn(attempt, asked)) {
        throw ProblemException.of(last);
      }
      link.pauses().pause(backOff.before(attempt, asked, link.random()));
    }
  }

  /** Waits as after a failed attempt. */
  void pause(int failed) {
    link.pauses().pause(link.patience().backOff().before(failed, Duration.ZERO, link.random()));
  }

  /** Waits, but never longer than our patience: an early call is turned away and told. */
  void pause(Duration duration) {
    Duration longest = link.patience().backOff().longest();
    link.pauses().pause(duration.compareTo(longest) > 0 ? longest : duration);
  }

  Instant now() {
    return link.clock().instant();
  }

  private static boolean neverSent(IOException broken) {
    return broken instanceof ConnectException || broken instanceof HttpConnectTimeoutException;
  }

  private CrmProblem problem(CrmCall call, IOException broken) {
    CrmPatience patience = link.patience();
    return switch (broken) {
      case CappedBody.TooLarge large ->
          new CrmProblem.TooLarge(settings.name(), patience.mostBytes());
      case HttpTimeoutException slow when !neverSent(slow) ->
          new CrmProblem.TooSlow(settings.name(), patience.answer());
      default ->
          new CrmProblem.Unreachable(
              settings.name(), String.valueOf(call.address().getHost()), words(broken));
    };
  }

  /** Our words for it: Java's may quote what a stranger at that address says of itself. */
  private static String words(IOException broken) {
    return switch (broken) {
      case HttpConnectTimeoutException slow -> "no connection comes about in time";
      case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException ->
          "nobody knows its name";
      case ConnectException refused -> "the connection is refused";
      case UnknownHostException unknown -> "nobody knows its name";
      case SSLException insecure -> "no encrypted connection comes about";
      default -> "the connection broke off";
    };
  }

  private CrmAnswer once(CrmCall call, String authorization) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.address())
            .method(call.method(), call.publisher())
            .header("Accept", "application/json, text/csv");
    if (!authorization.isEmpty()) {
      if (!fitsHeader(authorization)) { // Java's own complaint would quote it
        throw ProblemException.of(new CrmProblem.BadToken(settings.name()));
      }
      request.header("Authorization", authorization);
    }
    if (call.contentType() != null) {
      request.header("Content-Type", call.contentType());
    }
    HttpResponse<byte[]> answer = whole(request.build());
    return new CrmAnswer(answer.statusCode(), answer.headers(), answer.body());
  }

  private static boolean fitsHeader(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** The time of a request of Java's ends with the headers: ours covers the body, too. */
  private HttpResponse<byte[]> whole(HttpRequest request) throws IOException {
    CrmPatience patience = link.patience();
    CompletableFuture<HttpResponse<byte[]>> sent =
        link.http().sendAsync(request, head -> new CappedBody(patience.mostBytes()));
    try {
      return sent.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      sent.cancel(true);
      throw new HttpTimeoutException("The answer takes too long.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IllegalStateException("A call of a CRM failed.", failed);
    } catch (InterruptedException stopped) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new CrmOutcomeUnknown("The exchange was interrupted.", stopped);
    }
  }
}
