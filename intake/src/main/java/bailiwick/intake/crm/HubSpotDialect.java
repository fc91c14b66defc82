package bailiwick.intake.crm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How HubSpot says no: {@code message}, {@code category} and, for limits, {@code policyName}.
 *
 * <p>Source: HubSpot, <em>API usage guidelines and limits</em> and <em>Error handling</em>.
 */
final class HubSpotDialect implements CrmTransport.Dialect {

  private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

  private final CrmSettings settings;
  private final CrmKeyring keyring;
  private @Nullable CrmUsage usage;
  private Duration rest = Duration.ZERO;

  HubSpotDialect(CrmSettings settings, CrmKeyring keyring) {
    this.settings = settings;
    this.keyring = keyring;
  }

  Optional<CrmUsage> usage() {
    return Optional.ofNullable(usage);
  }

  /** How long to rest before the next call, since the calls of an interval are used up. */
  Duration rest() {
    return rest;
  }

  @Override
  public String authorization(boolean renewed) {
    return switch (keyring.current()) {
      case CrmCredentials.AccessToken app -> "Bearer " + app.token();
      case CrmCredentials.ClientSecret other -> throw notHubSpots();
      case CrmCredentials.RefreshToken other -> throw notHubSpots();
      case CrmCredentials.SignedToken other -> throw notHubSpots();
    };
  }

  private static IllegalStateException notHubSpots() {
    return new IllegalStateException("HubSpot takes a fixed token alone.");
  }

  @Override
  public boolean asksForToken(CrmAnswer answer) {
    return false; // a private app's token does not run out
  }

  @Override
  public boolean asksToWait(CrmAnswer answer) {
    return switch (answer.status()) {
      case 423, 429, 477 -> true; // locked, too many, being moved
      default -> false;
    };
  }

  @Override
  public void notice(CrmAnswer answer) {
    Optional<Long> allowed = number(answer, "X-HubSpot-RateLimit-Daily");
    Optional<Long> left = number(answer, "X-HubSpot-RateLimit-Daily-Remaining");
    if (allowed.isPresent() && left.isPresent()) {
      usage = new CrmUsage(allowed.get() - left.get(), allowed.get());
    }
    boolean usedUp = number(answer, "X-HubSpot-RateLimit-Remaining").orElse(1L) == 0;
    Duration interval =
        Duration.ofMillis(number(answer, "X-HubSpot-RateLimit-Interval-Milliseconds").orElse(0L));
    rest =
        !usedUp
            ? Duration.ZERO
            : interval.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : interval;
  }

  private static Optional<Long> number(CrmAnswer answer, String header) {
    return answer
        .header(header)
        .filter(text -> text.length() < 16 && text.chars().allMatch(Character::isDigit))
        .filter(text -> !text.isEmpty())
        .map(Long::valueOf);
  }

  @Override
  public Optional<CrmProblem> refusal(CrmAnswer answer) {
    JsonNode told = answer.json();
    if (answer.status() == 429 && told.path("policyName").asString("").equals("DAILY")) {
      return Optional.of(new CrmProblem.DailyLimit(settings.name(), usage));
    }
    if (answer.status() >= 500 || asksToWait(answer)) {
      return Optional.empty();
    }
    String reason = CrmAnswer.words(told.path("message").asString("no reason is given"));
    String scopes =
        CrmAnswer.words(
            told.path("errors").path(0).path("context").path("requiredGranularScopes").toString());
    String name = settings.name();
    return Optional.of(
        switch (answer.status()) {
          case 401 -> new CrmProblem.WrongCredentials(name, reason);
          case 403 ->
              new CrmProblem.MissingPermission(
                  name, scopes.startsWith("[") ? reason + " " + scopes : reason);
          default ->
              reason.contains("does not exist") && reason.contains("ropert")
                  ? new CrmProblem.UnknownField(name, reason)
                  : new CrmProblem.Unexpected(name, answer.status(), reason);
        });
  }
}
