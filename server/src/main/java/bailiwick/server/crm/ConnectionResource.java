package bailiwick.server.crm;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.crm.ConnectionWire.ConnectionList;
import bailiwick.server.crm.ConnectionWire.ConnectionRequest;
import bailiwick.server.crm.ConnectionWire.ConnectionTest;
import bailiwick.server.crm.ConnectionWire.ConnectionUpdate;
import bailiwick.server.crm.ConnectionWire.ConnectionView;
import bailiwick.server.crm.PushWire.LastPush;
import bailiwick.server.crm.PushWire.PushDryRun;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.crm.ConnectionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections to CRMs. */
@RestController
@RequestMapping("/api/v1/connections")
@Tag(name = "connections", description = "Exchange with a CRM: pull accounts, push owners.")
public class ConnectionResource {

  private final Connections connections;
  private final CrmJobs jobs;
  private final Pushing pushing;

  ConnectionResource(Connections connections, CrmJobs jobs, Pushing pushing) {
    this.connections = connections;
    this.jobs = jobs;
    this.pushing = pushing;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "listConnections", summary = "List the connections to CRMs")
  ConnectionList list() {
    return new ConnectionList(connections.list());
  }

  @PostMapping
  @Allowed({ADMINISTRATOR, INTEGRATION})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createConnection",
      summary = "Connect a CRM",
      description = "Nothing is called yet; test the connection next.")
  ConnectionView create(@Valid @RequestBody ConnectionRequest request) {
    return connections.create(request, Caller.current().username());
  }

  @GetMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "getConnection", summary = "Get a connection")
  ConnectionView get(@PathVariable UUID id) {
    return connections.view(new ConnectionId(id));
  }

  @PutMapping("/{id}")
  @Allowed(ADMINISTRATOR)
  @Operation(
      operationId = "changeConnection",
      summary = "Change a connection's address, territory field or credentials")
  ConnectionView change(@PathVariable UUID id, @Valid @RequestBody ConnectionUpdate request) {
    return connections.update(new ConnectionId(id), request, Caller.current().username());
  }

  @DeleteMapping("/{id}")
  @Allowed({ADMINISTRATOR, INTEGRATION})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteConnection",
      summary = "Disconnect a CRM",
      description = "Its secrets and pulled rows are deleted; accounts and people stay.")
  void delete(@PathVariable UUID id) {
    connections.delete(new ConnectionId(id), Caller.current().username());
  }

  @PostMapping("/{id}/test")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "testConnection",
      summary = "Sign in to the CRM and read a row of each kind")
  ConnectionTest test(@PathVariable UUID id) {
    return connections.test(new ConnectionId(id));
  }

  @PostMapping("/{id}/pull")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "pullConnection",
      summary = "Pull what changed in the CRM",
      description =
          "Answers a job. People, accounts and deals that changed since the last pull are loaded"
              + " like files; rows that cannot be used are told and left out. A pull that was cut"
              + " short goes on where it stopped.")
  Job pull(@PathVariable UUID id) {
    return jobs.pull(new ConnectionId(id), Caller.current().username());
  }

  @GetMapping("/{id}/push")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "dryRunPush", summary = "Show what a push would write")
  PushDryRun dryRun(
      @PathVariable UUID id,
      @Parameter(
              description = "The day whose owners are meant; today when absent.",
              example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    return pushing.dryRun(new ConnectionId(id), on);
  }

  @PostMapping("/{id}/push")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "pushConnection",
      summary = "Write owners and territories to the CRM",
      description =
          "Answers a job. Only accounts that differ are written; one that changed in the CRM since"
              + " the last pull is left as it is and told as a conflict.")
  Job push(
      @PathVariable UUID id,
      @Parameter(
              description = "The day whose owners are meant; today when absent.",
              example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    return jobs.push(new ConnectionId(id), pushing.day(on), Caller.current().username());
  }

  @GetMapping("/{id}/pushes/last")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "getLastPush", summary = "Get the last push and what did not go through")
  LastPush last(@PathVariable UUID id) {
    return new LastPush(pushing.last(new ConnectionId(id)).orElse(null));
  }
}
