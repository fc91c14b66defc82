package bailiwick.server.security;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.server.security.UserWire.PasswordChange;
import bailiwick.server.security.UserWire.Session;
import bailiwick.server.security.UserWire.SignIn;
import bailiwick.store.user.User;
import bailiwick.store.user.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in and sign-out. */
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session", description = "Sign-in, sign-out, own password.")
public class SessionResource {

  private final Users users;
  private final Sessions sessions;

  SessionResource(Users users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  @PostMapping
  @Allowed(anyone = true)
  @Operation(
      operationId = "signIn",
      summary = "Sign in",
      description =
          "Opens a session: sets an HttpOnly session cookie. Edits then need the value of the"
              + " cookie XSRF-TOKEN in the header X-XSRF-TOKEN. Repeated failures are slowed down.")
  Session signIn(
      @Valid @RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
    User user = users.signIn(signIn, request.getRemoteAddr());
    sessions.open(user, request, response);
    return new Session(UserWire.of(user), user.mustChangePassword());
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getSession", summary = "Tell who is signed in")
  Session session() {
    return UserWire.of(Caller.current());
  }

  @DeleteMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "signOut", summary = "Sign out")
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    sessions.close(request, response);
  }

  @PutMapping("/password")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "changePassword", summary = "Change the own password")
  void changePassword(@Valid @RequestBody PasswordChange change) {
    users.changePassword(new UserId(UUID.fromString(Caller.current().id())), change);
  }
}
