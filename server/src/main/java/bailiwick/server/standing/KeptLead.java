package bailiwick.server.standing;

import bailiwick.rules.attribute.Subject;
import bailiwick.server.account.AccountPlacing;
import bailiwick.store.lead.StoredLead;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lead as the rules saw it, from what is kept of it. */
final class KeptLead {

  private static final JsonMapper JSON = JsonMapper.shared();

  private KeptLead() {}

  static Subject subject(StoredLead lead) {
    JsonNode given = JSON.readTree(lead.attributes());
    JsonNode decision = JSON.readTree(lead.trace());
    return Subject.of(
        decision.path("area").asString(""),
        AccountPlacing.firmographics(
            text(given, "industry"),
            known(given, "employees") ? given.path("employees").asLong() : null,
            known(given, "annualRevenue") ? given.path("annualRevenue").asDouble() : null,
            text(given, "segment")),
        "",
        Map.of());
  }

  private static @Nullable String text(JsonNode given, String field) {
    return known(given, field) ? given.path(field).asString() : null;
  }

  private static boolean known(JsonNode given, String field) {
    return !given.path(field).isMissingNode() && !given.path(field).isNull();
  }
}
