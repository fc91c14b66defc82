package bailiwick.intake.crm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How Salesforce's REST API says no: a list of {@code message} and {@code errorCode}.
 *
 * <p>Source: Salesforce, <em>REST API Developer Guide</em>, "Status Codes and Error Responses" and
 * "Headers: Limit Info Header".
 */
final class SalesforceDialect implements CrmTransport.Dialect {

  private static final Pattern USAGE = Pattern.compile("api-usage=(\\d{1,15})/(\\d{1,15})");

  private static final Pattern MOMENTARY =
      Pattern.compile("UNABLE_TO_LOCK_ROW|REQUEST_LIMIT_EXCEEDED|SERVER_UNAVAILABLE");

  private final CrmSettings settings;
  private final SalesforceSession session;
  private @Nullable CrmUsage usage;

  SalesforceDialect(CrmSettings settings, SalesforceSession session) {
    this.settings = settings;
    this.session = session;
  }

  Optional<CrmUsage> usage() {
    return Optional.ofNullable(usage);
  }

  @Override
  public String authorization(boolean renewed) {
    return "Bearer " + session.token(renewed);
  }

  @Override
  public boolean asksForToken(CrmAnswer answer) {
    return answer.status() == 401;
  }

  @Override
  public boolean asksToWait(CrmAnswer answer) {
    return answer.status() == 429 || isMomentary(answer);
  }

  /**
   * Calls under way at one moment are limited besides those of a day, under the same code
   * (Salesforce Help, <em>Concurrent API Errors</em>).
   */
  private static boolean isMomentary(CrmAnswer answer) {
    JsonNode first = answer.json().path(0);
    String code = first.path("errorCode").asString("");
    return code.equals("UNABLE_TO_LOCK_ROW")
        || (code.endsWith("LIMIT_EXCEEDED")
            && first.path("message").asString("").startsWith("Concurrent"));
  }

  /**
   * Whether a row was left alone only because of this moment: somebody else holds it, or a server
   * behind is short of something.
   *
   * <p>Source: Salesforce, <em>SOAP API Developer Guide</em>, "Core Data Types: StatusCode", and
   * Salesforce Help, <em>UNABLE_TO_LOCK_ROW errors</em>.
   */
  static boolean isMomentary(String errorCode) {
    return MOMENTARY.matcher(errorCode).matches();
  }

  @Override
  public void notice(CrmAnswer answer) {
    answer
        .header("Sforce-Limit-Info")
        .map(USAGE::matcher)
        .filter(Matcher::find)
        .ifPresent(found ->
            usage = new CrmUsage(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))));
  }

  @Override
  public Optional<CrmProblem> refusal(CrmAnswer answer) {
    if (answer.status() >= 500 || asksToWait(answer)) {
      return Optional.empty();
    }
    JsonNode first = answer.json().path(0);
    return Optional.of(
        refusal(
            answer,
            CrmAnswer.words(first.path("errorCode").asString("")),
            CrmAnswer.words(first.path("message").asString("no reason is given"))));
  }

  private CrmProblem refusal(CrmAnswer answer, String code, String message) {
    String name = settings.name();
    if (answer.status() == 401) {
      return new CrmProblem.WrongCredentials(name, message);
    }
    if (code.endsWith("LIMIT_EXCEEDED")) {
      return new CrmProblem.DailyLimit(name, usage);
    }
    if (code.endsWith("DISABLED_FOR_ORG") || code.endsWith("CURRENTLY_DISABLED")) {
      return new CrmProblem.ApiDisabled(name, message);
    }
    return switch (code) {
      case "INVALID_FIELD" -> new CrmProblem.UnknownField(name, message);
      case "INVALID_TYPE" -> new CrmProblem.MissingPermission(name, message);
      default ->
          answer.status() == 403
              ? new CrmProblem.MissingPermission(name, message)
              : new CrmProblem.Unexpected(name, answer.status(), (code + " " + message).strip());
    };
  }
}
