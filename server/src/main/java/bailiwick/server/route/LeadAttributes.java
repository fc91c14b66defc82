package bailiwick.server.route;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Attributes;
import bailiwick.rules.check.FurtherFields;
import bailiwick.server.account.AccountPlacing;
import bailiwick.server.route.RouteWire.NewLead;
import bailiwick.store.lead.StoredLead;
import tools.jackson.databind.json.JsonMapper;

/** Leads as rules see them: one that comes in, and one that is kept. */
public final class LeadAttributes {

  private static final JsonMapper JSON = JsonMapper.shared();

  private LeadAttributes() {}

  /**
   * What is known of a lead.
   *
   * @param area where it was placed, empty when it could not be
   * @param fields that the rules which decide it ask about
   * @throws ProblemException with every field that they do not know, or that has no such value
   */
  static Attributes of(NewLead lead, String area, FurtherFields fields) {
    return new Attributes(
        area,
        AccountPlacing.firmographics(
            lead.industry(), lead.employees(), lead.annualRevenue(), lead.segment()),
        lead.traits().ofLead(fields),
        "");
  }

  /**
   * What was known of a lead when it was decided, from what is kept of it.
   *
   * @param fields that the rules which decided it ask about
   */
  public static Attributes of(StoredLead lead, FurtherFields fields) {
    return of(
        JSON.readValue(lead.attributes(), NewLead.class),
        JSON.readTree(lead.trace()).path("area").asString(""),
        fields);
  }
}
