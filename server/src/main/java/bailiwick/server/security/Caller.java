package bailiwick.server.security;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.problem.AccessProblem;
import bailiwick.store.user.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who makes the request. Immutable; looked up anew for each request, so that a changed role or a
 * stopped user counts at once.
 *
 * @param id of the user or the API key
 * @param username the user's, or the key's name
 * @param representative the person on the roster the user is, null for most
 * @param machine whether an API key was sent
 */
public record Caller(
    String id,
    String username,
    String name,
    Role role,
    @Nullable RepresentativeId representative,
    boolean machine,
    boolean mustChangePassword) {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** The caller of the current request. */
  public static Caller current() {
    RequestAttributes request = RequestContextHolder.currentRequestAttributes();
    if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Caller caller) {
      return caller;
    }
    throw ProblemException.of(new AccessProblem.NotSignedIn());
  }

  void keep() {
    RequestContextHolder.currentRequestAttributes()
        .setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
  }

  /** Whether the caller sees the accounts of one representative only. */
  public boolean seesOwnOnly() {
    return role == Role.REPRESENTATIVE;
  }
}
