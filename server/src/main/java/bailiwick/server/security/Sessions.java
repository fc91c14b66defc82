package bailiwick.server.security;

import bailiwick.store.user.User;
import bailiwick.store.user.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Opens and closes the sessions of browsers. */
public class Sessions {

  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository csrfTokens;

  /** Sessions kept in a repository. */
  public Sessions(SecurityContextRepository contexts, CsrfTokenRepository csrfTokens) {
    this.contexts = contexts;
    this.csrfTokens = csrfTokens;
  }

  /** A new session with a new id and a new CSRF token, so that neither can be planted before. */
  void open(User user, HttpServletRequest request, HttpServletResponse response) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication(user.id(), user.username()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
  }

  void close(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    csrfTokens.saveToken(null, request, response);
  }

  private static Authentication authentication(UserId id, String name) {
    var authentication = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
    authentication.setDetails(id.value());
    return authentication;
  }
}
