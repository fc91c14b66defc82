package bailiwick.server.metrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Times every request that reaches a route, until its answer is complete. */
public class RequestTimer implements HandlerInterceptor {

  private static final String BEGIN = RequestTimer.class.getName();

  private final Metrics metrics;

  /** Tells times to metrics. */
  public RequestTimer(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(BEGIN) == null) { // an answer in two parts passes here twice
      request.setAttribute(BEGIN, System.nanoTime());
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(BEGIN) instanceof Long begin
        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String route) {
      metrics.request(
          request.getMethod(),
          route,
          response.getStatus(),
          Duration.ofNanos(System.nanoTime() - begin));
    }
  }
}
