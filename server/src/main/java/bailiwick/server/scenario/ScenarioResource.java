package bailiwick.server.scenario;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.job.JobWire.Job;
import bailiwick.server.scenario.ScenarioWire.Comparison;
import bailiwick.server.scenario.ScenarioWire.DesignRequest;
import bailiwick.server.scenario.ScenarioWire.Move;
import bailiwick.server.scenario.ScenarioWire.MovePreview;
import bailiwick.server.scenario.ScenarioWire.ScenarioChange;
import bailiwick.server.scenario.ScenarioWire.ScenarioEdit;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.scenario.ScenarioWire.ScenarioUnits;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Scenarios. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
@Tag(name = "scenarios", description = "Alignments being compared, edited and designed.")
public class ScenarioResource {

  private static final String IF_MATCH = "ETag of the scenario as last read.";

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getScenario", summary = "Show a scenario with all its totals")
  ResponseEntity<ScenarioSummary> scenario(@PathVariable UUID id) {
    throw new UnsupportedOperationException();
  }

  @PatchMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "changeScenario",
      summary = "Rename a scenario, move it on, name territories, seat representatives",
      description = "Needs If-Match.")
  ResponseEntity<ScenarioSummary> change(
      @PathVariable UUID id,
      @Parameter(description = IF_MATCH, example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ScenarioChange change) {
    throw new UnsupportedOperationException();
  }

  @DeleteMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteScenario", summary = "Delete a scenario that was never published")
  void delete(@PathVariable UUID id) {
    throw new UnsupportedOperationException();
  }

  @GetMapping("/units")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getScenarioUnits", summary = "All units with territory and measures")
  ResponseEntity<ScenarioUnits> units(@PathVariable UUID id) {
    throw new UnsupportedOperationException();
  }

  @PostMapping("/moves")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "moveUnits",
      summary = "Move units to a territory",
      description = "Needs If-Match. Can be undone.")
  ResponseEntity<ScenarioEdit> move(
      @PathVariable UUID id,
      @Parameter(description = IF_MATCH, example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody Move move) {
    throw new UnsupportedOperationException();
  }

  @PostMapping("/moves/preview")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(operationId = "previewMove", summary = "Show what a move would do")
  MovePreview preview(@PathVariable UUID id, @Valid @RequestBody Move move) {
    throw new UnsupportedOperationException();
  }

  @PostMapping("/undo")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(operationId = "undoEdit", summary = "Undo the last move", description = "Needs If-Match.")
  ResponseEntity<ScenarioEdit> undo(
      @PathVariable UUID id,
      @Parameter(description = IF_MATCH, example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch) {
    throw new UnsupportedOperationException();
  }

  @PostMapping("/redo")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "redoEdit",
      summary = "Do again what was undone",
      description = "Needs If-Match.")
  ResponseEntity<ScenarioEdit> redo(
      @PathVariable UUID id,
      @Parameter(description = IF_MATCH, example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch) {
    throw new UnsupportedOperationException();
  }

  @GetMapping("/comparison")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "compareScenarios", summary = "Compare a scenario with another")
  Comparison compare(
      @PathVariable UUID id,
      @Parameter(description = "The other scenario; Today when absent.")
          @RequestParam(required = false)
          @Nullable UUID with) {
    throw new UnsupportedOperationException();
  }

  @PostMapping("/design")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "designScenario",
      summary = "Design territories from a scenario",
      description = "Answers a job; its result is a new scenario beside this one.")
  ResponseEntity<Job> design(@PathVariable UUID id, @Valid @RequestBody DesignRequest request) {
    throw new UnsupportedOperationException();
  }

  @GetMapping("/export")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "exportScenario",
      summary = "Accounts with their territories, as CSV",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file.",
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  "account_id,name,territory\nA-000123,Lakeview Clinic,T07\n"))))
  ResponseEntity<StreamingResponseBody>
      export(
          @PathVariable UUID id,
          @Parameter(description = "csv.", example = "csv") @RequestParam(defaultValue = "csv")
              String format,
          @Parameter(description = "accounts or units.", example = "accounts")
              @RequestParam(defaultValue = "accounts")
              String rows) {
    throw new UnsupportedOperationException();
  }
}
