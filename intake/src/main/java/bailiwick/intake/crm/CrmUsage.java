package bailiwick.intake.crm;

/** How many calls of the API were made today, and how many the CRM allows in a day. */
public record CrmUsage(long used, long allowed) {}
