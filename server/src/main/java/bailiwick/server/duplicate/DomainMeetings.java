package bailiwick.server.duplicate;

import bailiwick.core.account.AccountId;
import bailiwick.intake.duplicate.CompanyDomain;
import bailiwick.store.account.Prospects.WithWebsite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prospects, and the customers that have their web domains: all prospects are added first, then the
 * customers, of which the first with a domain is taken. Belongs to one thread.
 */
public final class DomainMeetings {

  private final Map<String, List<AccountId>> prospects = new LinkedHashMap<>(); // by domain
  private final Map<AccountId, AccountId> customerOf = new LinkedHashMap<>();

  /** Adds a prospect. */
  public void addProspect(WithWebsite prospect) {
    CompanyDomain.find(prospect.website())
        .ifPresent(domain ->
            prospects.computeIfAbsent(domain, none -> new ArrayList<>()).add(prospect.id()));
  }

  /** Adds a customer; those with most potential come first. */
  public void addCustomer(WithWebsite customer) {
    CompanyDomain.find(customer.website())
        .map(prospects::remove)
        .ifPresent(met -> met.forEach(each -> customerOf.put(each, customer.id())));
  }

  /** Whether customers need not be looked through. */
  boolean hasNoProspects() {
    return prospects.isEmpty();
  }

  /** Prospect to customer. */
  Map<AccountId, AccountId> customerOf() {
    return customerOf;
  }
}
