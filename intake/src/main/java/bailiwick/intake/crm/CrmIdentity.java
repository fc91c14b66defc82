package bailiwick.intake.crm;

import java.util.Optional;

/**
 * Who the CRM takes us for.
 *
 * @param organisation id of the company's account with the CRM
 * @param user whom the credentials stand for
 * @param usage calls of today; empty when the CRM does not tell
 */
public record CrmIdentity(String organisation, String user, Optional<CrmUsage> usage) {}
