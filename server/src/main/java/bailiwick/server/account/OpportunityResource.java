package bailiwick.server.account;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.account.AccountId;
import bailiwick.server.account.OpportunityWire.DealOwnerView;
import bailiwick.server.account.OpportunityWire.HoldRequest;
import bailiwick.server.account.OpportunityWire.OpportunityPage;
import bailiwick.server.account.OpportunityWire.OpportunityView;
import bailiwick.server.problem.Limits;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.deal.DealId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open opportunities. */
@RestController
@RequestMapping("/api/v1")
@Tag(
    name = "opportunities",
    description = "Open opportunities, each with the decision made for it.")
public class OpportunityResource {

  private final Opportunities opportunities;

  OpportunityResource(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  @GetMapping("/layers/{layer}/opportunities")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "listOpportunities",
      summary = "List open opportunities with where they went, and why")
  OpportunityPage opportunities(
      @Parameter(description = "Code of the layer.", example = "new-business") @PathVariable
          String layer,
      @Parameter(description = "Only those that are held.") @RequestParam(defaultValue = "false")
          boolean held,
      @Parameter(description = "Only those of this account; all of them are on one page.")
          @RequestParam(required = false)
          @Nullable UUID account,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return account == null
        ? opportunities.list(layer, held, cursor, Limits.required(limit))
        : opportunities.of(layer, new AccountId(account), held);
  }

  @PutMapping("/opportunities/{id}/hold")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "holdOpportunity",
      summary = "Hold an opportunity where it is",
      description =
          "It keeps its territory, whatever becomes of its account, until the hold ends. Stands"
              + " under the caller's name in the audit log; the standing check names it.")
  OpportunityView hold(@PathVariable UUID id, @Valid @RequestBody HoldRequest request) {
    return opportunities.hold(new DealId(id), request, Caller.current().username());
  }

  @DeleteMapping("/opportunities/{id}/hold")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "releaseOpportunity",
      summary = "Hold an opportunity no more",
      description = "It goes where the rules send its account.")
  OpportunityView release(@PathVariable UUID id) {
    return opportunities.release(new DealId(id), Caller.current().username());
  }

  @GetMapping("/opportunities/{id}/owner")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getOpportunityOwner",
      summary = "Tell whose an opportunity was on a day, open or closed")
  DealOwnerView owner(
      @PathVariable UUID id,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    return opportunities.owner(new DealId(id), on, knownAsOf);
  }
}
