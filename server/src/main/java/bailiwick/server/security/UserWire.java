package bailiwick.server.security;

import bailiwick.store.user.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of sign-in, users and API keys. */
public final class UserWire {

  private UserWire() {}

  /** A user as JSON. */
  static User of(bailiwick.store.user.User user) {
    return new User(
        user.id().toString(),
        user.username(),
        user.displayName(),
        user.role(),
        user.representative() == null ? null : user.representative().toString(),
        user.active());
  }

  /** The caller as JSON. */
  static Session of(Caller caller) {
    return new Session(
        new User(
            caller.id(),
            caller.username(),
            caller.name(),
            caller.role(),
            caller.representative() == null ? null : caller.representative().toString(),
            true),
        caller.mustChangePassword());
  }

  /** Credentials. */
  @Schema(description = "Credentials of a person.")
  public record SignIn(
      @NotBlank @Schema(description = "User name.", example = "admin") String username,
      @NotBlank @Schema(description = "Password.", example = "correct horse battery staple")
          String password) {

    @Override
    public String toString() {
      return "SignIn[" + username + "]";
    }
  }

  /** Who is signed in. */
  @Schema(description = "Who is signed in.")
  public record Session(
      @Schema(description = "The person or machine.") User user,
      @Schema(
              description = "The password is the one-time secret: change it before anything else.",
              example = "false")
          boolean mustChangePassword) {}

  /** A new password. */
  @Schema(description = "A new password for the one signed in.")
  public record PasswordChange(
      @NotBlank @Schema(description = "The password so far.", example = "one-time-secret")
          String currentPassword,
      @NotBlank
          @Size(min = 10, max = 72)
          @Schema(
              description = "The new one, 10 to 72 characters.",
              example = "correct horse battery staple")
          String newPassword) {

    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  /** A person who may sign in. */
  @Schema(description = "A person who may sign in, or the machine behind an API key.")
  public record User(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b10")
          String id,
      @Schema(description = "Name to sign in with.", example = "maria") String username,
      @Schema(description = "Name as shown.", example = "Maria Lopez") String name,
      @Schema(description = "Role.", example = "PLANNER") Role role,
      @Schema(
              description = "The representative this person is, when the role is REPRESENTATIVE.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          @Nullable String representativeId,
      @Schema(description = "Whether signing in is possible.", example = "true") boolean active) {}

  /** All users. */
  @Schema(description = "All users, by user name.")
  public record UserList(@Schema(description = "The users.") List<User> items) {}

  /** A user to make. */
  @Schema(description = "A user to make.")
  public record NewUser(
      @NotBlank @Size(max = 60) @Schema(description = "Name to sign in with.", example = "maria")
          String username,
      @NotBlank @Size(max = 120) @Schema(description = "Name as shown.", example = "Maria Lopez")
          String name,
      @NotNull @Schema(description = "Role.", example = "PLANNER") Role role,
      @Schema(
              description = "The representative this person is; needed for REPRESENTATIVE.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          @Nullable String representativeId) {}

  /** What to change about a user. */
  @Schema(description = "What to change about a user; absent parts stay as they are.")
  public record UserChange(
      @Size(max = 120) @Schema(description = "Name as shown.", example = "Maria Lopez")
          @Nullable String name,
      @Schema(description = "Role.", example = "MANAGER") @Nullable Role role,
      @Schema(
              description = "The representative this person is.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          @Nullable String representativeId,
      @Schema(description = "False stops signing in.", example = "true") @Nullable Boolean active,
      @Schema(description = "True makes a new one-time secret.", example = "false")
          @Nullable Boolean resetPassword) {}

  /** A user and the secret to hand over. */
  @Schema(description = "A user and, once only, the one-time secret to hand over.")
  public record UserWithSecret(
      @Schema(description = "The user.") User user,
      @Schema(
              description = "Shown once; must be changed at the first sign-in.",
              example = "tulip-harbor-seven-quartz")
          @Nullable String oneTimeSecret) {

    @Override
    public String toString() {
      return "UserWithSecret[" + user + "]";
    }
  }

  /** An API key without its secret. */
  @Schema(description = "A machine's key, without its secret.")
  public record ApiKey(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b12")
          String id,
      @Schema(description = "What it is for.", example = "crm-sync") String name,
      @Schema(description = "First characters, to tell keys apart.", example = "bwk_3fA9")
          String prefix,
      @Schema(description = "When it was made.", example = "2026-11-21T09:30:00Z")
          Instant createdAt,
      @Schema(description = "When it was last used.", example = "2026-11-21T10:00:00Z")
          @Nullable Instant lastUsedAt) {}

  /** All API keys. */
  @Schema(description = "All API keys in use.")
  public record ApiKeyList(@Schema(description = "The keys.") List<ApiKey> items) {}

  /** An API key to make. */
  @Schema(description = "An API key to make. Its role is INTEGRATION.")
  public record NewApiKey(
      @NotBlank @Size(max = 80) @Schema(description = "What it is for.", example = "crm-sync")
          String name) {}

  /** An API key with its secret. */
  @Schema(description = "An API key and, once only, its secret.")
  public record ApiKeyWithSecret(
      @Schema(description = "The key.") ApiKey apiKey,
      @Schema(
              description = "Shown once: send it as `Authorization: Bearer …`.",
              example = "bwk_3fA9xJ0mQe7TzL2vKc8RhW5nYb1PdS6u")
          String secret) {

    @Override
    public String toString() {
      return "ApiKeyWithSecret[" + apiKey + "]";
    }
  }
}
