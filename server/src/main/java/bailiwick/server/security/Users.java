package bailiwick.server.security;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.server.problem.AccessProblem;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.security.UserWire.NewUser;
import bailiwick.server.security.UserWire.PasswordChange;
import bailiwick.server.security.UserWire.SignIn;
import bailiwick.server.security.UserWire.UserChange;
import bailiwick.server.security.UserWire.UserWithSecret;
import bailiwick.store.Store;
import bailiwick.store.user.Role;
import bailiwick.store.user.User;
import bailiwick.store.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The people who may sign in. Thread-safe. */
public class Users {

  /** Whom the audit log names for what the program does by itself. */
  private static final String ITSELF = "bailiwick";

  private final Store store;
  private final PasswordEncoder passwords;
  private final Secrets secrets;
  private final SignInThrottle throttle;
  private final Map<UserId, User> known = new ConcurrentHashMap<>();
  private final String nobodysHash;

  /** Users kept in a store. */
  public Users(Store store, PasswordEncoder passwords, Secrets secrets, SignInThrottle throttle) {
    this.store = store;
    this.passwords = passwords;
    this.secrets = secrets;
    this.throttle = throttle;
    this.nobodysHash = encode(secrets.oneTimeSecret());
  }

  /**
   * The secret of the administrator's first sign-in: made when nobody is there yet, and anew at
   * each start until it was used. Empty once a password was set.
   */
  public Optional<String> firstSecret() {
    Optional<User> administrator = store.users().findByUsername("admin");
    if (administrator.isPresent() && !administrator.get().mustChangePassword()) {
      return Optional.empty();
    }
    if (administrator.isEmpty() && store.users().count() > 0) {
      return Optional.empty();
    }
    String secret = secrets.oneTimeSecret();
    if (administrator.isPresent()) {
      store.users().setPassword(administrator.get().id(), encode(secret), true, ITSELF);
    } else {
      store
          .users()
          .create(
              new bailiwick.store.user.NewUser(
                  "admin", "Administrator", Role.ADMINISTRATOR, encode(secret), true, null),
              ITSELF);
    }
    return Optional.of(secret);
  }

  /**
   * The user of a name and a password.
   *
   * @param from address of the caller, for slowing down who guesses
   * @throws ProblemException when they do not fit, or after too many attempts
   */
  User signIn(SignIn attempt, String from) {
    throttle.requireCalm(attempt.username(), from);
    Optional<User> user = store.users().findByUsername(attempt.username());
    // A name nobody has costs as much time as a wrong password, so that names cannot be guessed.
    boolean right =
        passwords.matches(attempt.password(), user.map(User::passwordHash).orElse(nobodysHash));
    if (user.isEmpty() || !right || !user.get().active()) {
      throttle.failed(attempt.username(), from);
      throw ProblemException.of(new AccessProblem.WrongPassword());
    }
    throttle.succeeded(attempt.username(), from);
    known.put(user.get().id(), user.get());
    return user.get();
  }

  /** The user of an id while active. */
  Optional<User> findActive(UserId id) {
    User user = known.get(id);
    if (user == null) {
      user = store.users().find(id).orElse(null);
      if (user != null) {
        known.put(id, user);
      }
    }
    return Optional.ofNullable(user).filter(User::active);
  }

  List<User> list() {
    return store.users().list();
  }

  UserWithSecret create(NewUser asked, String who) {
    requireRepresentative(asked.role(), asked.representativeId());
    String secret = secrets.oneTimeSecret();
    User user =
        store
            .users()
            .create(
                new bailiwick.store.user.NewUser(
                    asked.username(),
                    asked.name(),
                    asked.role(),
                    encode(secret),
                    true,
                    representative(asked.representativeId())),
                who);
    return new UserWithSecret(UserWire.of(user), secret);
  }

  UserWithSecret change(UserId id, UserChange change, Caller caller) {
    User before =
        store
            .users()
            .find(id)
            .orElseThrow(
                () -> ProblemException.of(new ServerProblem.NotFound("user", id.toString())));
    requireStaysAdministrator(before, change, caller);
    Role role = change.role() == null ? before.role() : change.role();
    RepresentativeId person =
        change.representativeId() == null
            ? before.representative()
            : representative(change.representativeId());
    requireRepresentative(role, person == null ? null : person.toString());
    User changed =
        new User(
            before.id(),
            before.username(),
            change.name() == null ? before.displayName() : change.name(),
            role,
            before.passwordHash(),
            before.mustChangePassword(),
            change.active() == null ? before.active() : change.active(),
            person,
            before.createdAt(),
            before.version());
    String secret = Boolean.TRUE.equals(change.resetPassword()) ? secrets.oneTimeSecret() : null;
    String hash = secret == null ? null : encode(secret);
    String who = caller.username();
    User after =
        store.inTransaction(() -> {
          User updated = store.users().update(changed, who);
          return hash == null ? updated : store.users().setPassword(id, hash, true, who);
        });
    known.put(id, after);
    return new UserWithSecret(UserWire.of(after), secret);
  }

  private static void requireStaysAdministrator(User before, UserChange change, Caller caller) {
    boolean self = before.id().toString().equals(caller.id());
    boolean stops = Boolean.FALSE.equals(change.active());
    boolean demotes = change.role() != null && change.role() != before.role();
    if (self && (stops || demotes)) {
      throw ProblemException.of(
          new ServerProblem.NotNow(
              "USER_SELF",
              "You cannot stop yourself or change your own role.",
              "Ask another administrator."));
    }
  }

  private static void requireRepresentative(Role role, @Nullable String representative) {
    if (role == Role.REPRESENTATIVE && representative == null) {
      throw ProblemException.of(
          new ServerProblem.Field(
              "/representativeId", "must name a representative for the role REPRESENTATIVE"));
    }
  }

  private @Nullable RepresentativeId representative(@Nullable String id) {
    if (id == null) {
      return null;
    }
    try {
      RepresentativeId person = new RepresentativeId(UUID.fromString(id));
      if (store.representatives().find(person).isPresent()) {
        return person;
      }
    } catch (IllegalArgumentException noUuid) {
      // told below as any other id that nobody has
    }
    throw ProblemException.of(
        new ServerProblem.Field("/representativeId", "must be the id of a representative"));
  }

  void changePassword(UserId id, PasswordChange change) {
    User user =
        findActive(id).orElseThrow(() -> ProblemException.of(new AccessProblem.NotSignedIn()));
    if (!passwords.matches(change.currentPassword(), user.passwordHash())) {
      throw ProblemException.of(
          new ServerProblem.Field("/currentPassword", "is not the password so far"));
    }
    if (change.newPassword().equals(change.currentPassword())) {
      throw ProblemException.of(
          new ServerProblem.Field("/newPassword", "must differ from the one so far"));
    }
    String hash = encode(change.newPassword());
    known.put(id, store.users().setPassword(id, hash, false, user.username()));
  }

  private String encode(String password) {
    return java.util.Objects.requireNonNull(passwords.encode(password));
  }
}
