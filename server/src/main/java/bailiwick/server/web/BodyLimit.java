package bailiwick.server.web;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.problem.ServerProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses JSON bodies that are too large before any of them is read. */
final class BodyLimit implements HandlerInterceptor {

  /** A rule file of 100,000 rules has some ten million characters. */
  private static final long MOST_BYTES = 16 << 20;

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw ProblemException.of(
          new ServerProblem.Refused(
              413, "REQUEST_TOO_LARGE", "The body is larger than this server takes."));
    }
    return true;
  }
}
