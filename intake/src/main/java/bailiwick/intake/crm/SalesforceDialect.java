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
    return answer.status() == 429;
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
    if (answer.status() >= 500 || answer.status() == 429) {
      return Optional.empty();
    }
    JsonNode first = answer.json().path(0);
    return Optional.of(
        refusal(
            answer,
            first.path("errorCode").asString(""),
            first.path("message").asString(answer.excerpt())));
  }

  private CrmProblem refusal(CrmAnswer answer, String code, String message) {
    String name = settings.name();
    if (answer.status() == 401) {
      return new CrmProblem.WrongCredentials(name, withoutStop(message));
    }
    if (code.endsWith("LIMIT_EXCEEDED")) {
      return new CrmProblem.DailyLimit(name, usage);
    }
    if (code.endsWith("DISABLED_FOR_ORG") || code.endsWith("CURRENTLY_DISABLED")) {
      return new CrmProblem.ApiDisabled(name, withoutStop(message));
    }
    return switch (code) {
      case "INVALID_FIELD" -> new CrmProblem.UnknownField(name, withoutStop(message));
      case "INVALID_TYPE" -> new CrmProblem.MissingPermission(name, withoutStop(message));
      default ->
          answer.status() == 403
              ? new CrmProblem.MissingPermission(name, withoutStop(message))
              : new CrmProblem.Unexpected(name, answer.status(), code + " " + withoutStop(message));
    };
  }

  private static String withoutStop(String sentence) {
    String line = sentence.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
