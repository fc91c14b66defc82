package bailiwick.server.potential;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.core.account.AccountId;
import bailiwick.server.account.Accounts;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.potential.PotentialWire.AccountPotentialView;
import bailiwick.server.potential.PotentialWire.ModelView;
import bailiwick.server.potential.PotentialWire.PotentialPreview;
import bailiwick.server.potential.PotentialWire.PotentialView;
import bailiwick.server.problem.Versions;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What accounts may bring and take. */
@RestController
@RequestMapping("/api/v1")
@Tag(
    name = "potential",
    description =
        "Potential and workload by a model of which every coefficient can be seen and changed.")
public class PotentialResource {

  private final Potentials potentials;
  private final Accounts accounts;

  PotentialResource(Potentials potentials, Accounts accounts) {
    this.potentials = potentials;
    this.accounts = accounts;
  }

  @GetMapping("/potential")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getPotential",
      summary = "Show the model with every coefficient, and which one is in force")
  ResponseEntity<PotentialView> potential() {
    return tagged(potentials.get());
  }

  @PutMapping("/potential/model")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "setPotentialModel",
      summary = "Change the model",
      description = "Needs If-Match. What counts stays as it is until the model is put in force.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ModelView.class))))
  ResponseEntity<PotentialView> set(
      @Parameter(description = "ETag of the model as last read.", example = "\"3\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @RequestBody JsonNode model) {
    return tagged(potentials.save(model, Versions.required(ifMatch), Caller.current().username()));
  }

  @PostMapping("/potential/preview")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "previewPotential",
      summary = "Try a model on all accounts; nothing is written",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ModelView.class))))
  PotentialPreview preview(@RequestBody JsonNode model) {
    return potentials.preview(model);
  }

  @PostMapping("/potential/apply")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "applyPotential",
      summary = "Put the model in force",
      description =
          "Needs If-Match. Answers a job that writes potential and workload of every account, all"
              + " at once. What files say is kept beside it; loads of accounts, deals and revenue"
              + " work it out anew.")
  Job apply(
      @Parameter(description = "ETag of the model as last read.", example = "\"3\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch) {
    return potentials.apply(Versions.required(ifMatch), Caller.current().username());
  }

  @PostMapping("/potential/withdraw")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "withdrawPotential",
      summary = "Switch the model off",
      description = "Answers a job after which what files say counts again. The model stays saved.")
  Job withdraw() {
    return potentials.withdraw(Caller.current().username());
  }

  @GetMapping("/accounts/{id}/potential")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(
      operationId = "getAccountPotential",
      summary = "Show where an account's potential and workload come from, term by term")
  AccountPotentialView account(@PathVariable UUID id) {
    AccountId visible = accounts.requireVisible(new AccountId(id), Caller.current());
    return potentials.ofAccount(visible);
  }

  private static ResponseEntity<PotentialView> tagged(PotentialView view) {
    return ResponseEntity.ok().eTag(Versions.tag(view.version())).body(view);
  }
}
