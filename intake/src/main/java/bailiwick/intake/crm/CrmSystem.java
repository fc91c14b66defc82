package bailiwick.intake.crm;

import java.net.URI;

/** A system that keeps a company's accounts, and whose API we know. */
public enum CrmSystem {
  /** Salesforce, REST and Bulk API 2.0. */
  SALESFORCE("Salesforce", URI.create("https://login.salesforce.com")),
  /** HubSpot, CRM API v3. */
  HUBSPOT("HubSpot", URI.create("https://api.hubapi.com"));

  private final String title;
  private final URI usualAddress;

  CrmSystem(String title, URI usualAddress) {
    this.title = title;
    this.usualAddress = usualAddress;
  }

  /** Its name as shown to people. */
  public String title() {
    return title;
  }

  /** Where its API is when a connection names no other; Salesforce's own domain is a company's. */
  public URI usualAddress() {
    return usualAddress;
  }
}
