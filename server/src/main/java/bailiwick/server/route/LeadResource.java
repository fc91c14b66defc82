package bailiwick.server.route;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.problem.Limits;
import bailiwick.server.route.RouteWire.LeadPage;
import bailiwick.server.route.RouteWire.LeadView;
import bailiwick.server.route.RouteWire.NewLead;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads. */
@RestController
@RequestMapping("/api/v1/leads")
@Tag(name = "leads", description = "Enquiries, each with the decision made for it.")
public class LeadResource {

  private final Leads leads;

  LeadResource(Leads leads) {
    this.leads = leads;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listLeads", summary = "List leads, newest first")
  LeadPage leads(
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return leads.list(cursor, Limits.required(limit));
  }

  @PostMapping
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "routeLead",
      summary = "Route a lead",
      description = "Decided by the rules published for today; lead and decision are kept.")
  LeadView route(@Valid @RequestBody NewLead lead) {
    return leads.route(lead, Caller.current().username());
  }
}
