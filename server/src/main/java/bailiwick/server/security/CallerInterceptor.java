package bailiwick.server.security;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.problem.AccessProblem;
import bailiwick.store.user.ApiKey;
import bailiwick.store.user.User;
import bailiwick.store.user.UserId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to an operation only when {@link Allowed} names the caller's role. What
 * carries no {@link Allowed} is refused to all.
 */
public class CallerInterceptor implements HandlerInterceptor {

  private static final String SESSION_ROUTES = "/api/v1/session";
  private static final String CACHED_ROUTES = "/api/v1/atlas/";

  private final Users users;

  /** Looks callers up among the users. */
  public CallerInterceptor(Users users) {
    this.users = users;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    if (!request.getRequestURI().startsWith(CACHED_ROUTES)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    Allowed allowed = method.getMethodAnnotation(Allowed.class);
    if (allowed != null && allowed.anyone()) {
      return true;
    }
    Caller caller = caller(SecurityContextHolder.getContext().getAuthentication());
    if (allowed == null || !Arrays.asList(allowed.value()).contains(caller.role())) {
      throw ProblemException.of(new AccessProblem.NotAllowed(caller.role().name()));
    }
    if (caller.mustChangePassword() && !request.getRequestURI().startsWith(SESSION_ROUTES)) {
      throw ProblemException.of(new AccessProblem.PasswordMustChange());
    }
    caller.keep();
    return true;
  }

  private Caller caller(@Nullable Authentication authentication) {
    if (authentication != null && authentication.getDetails() instanceof UUID id) {
      return users
          .findActive(new UserId(id))
          .map(CallerInterceptor::of)
          .orElseThrow(() -> ProblemException.of(new AccessProblem.NotSignedIn()));
    }
    if (authentication != null && authentication.getDetails() instanceof ApiKey key) {
      return new Caller(key.id().toString(), key.name(), key.name(), key.role(), null, true, false);
    }
    throw ProblemException.of(new AccessProblem.NotSignedIn());
  }

  private static Caller of(User user) {
    return new Caller(
        user.id().toString(),
        user.username(),
        user.displayName(),
        user.role(),
        user.representative(),
        false,
        user.mustChangePassword());
  }
}
