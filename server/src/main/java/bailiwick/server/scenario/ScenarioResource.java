package bailiwick.server.scenario;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.problem.Versions;
import bailiwick.server.scenario.ScenarioWire.Comparison;
import bailiwick.server.scenario.ScenarioWire.Move;
import bailiwick.server.scenario.ScenarioWire.MovePreview;
import bailiwick.server.scenario.ScenarioWire.ScenarioChange;
import bailiwick.server.scenario.ScenarioWire.ScenarioEdit;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.scenario.ScenarioWire.ScenarioUnits;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.scenario.ScenarioId;
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

  private final Scenarios scenarios;
  private final ScenarioMoves moves;
  private final ScenarioExport export;

  ScenarioResource(Scenarios scenarios, ScenarioMoves moves, ScenarioExport export) {
    this.scenarios = scenarios;
    this.moves = moves;
    this.export = export;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getScenario", summary = "Show a scenario with all its totals")
  ResponseEntity<ScenarioSummary> scenario(@PathVariable UUID id) {
    return tagged(scenarios.summary(new ScenarioId(id)));
  }

  @PatchMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "changeScenario",
      summary = "Rename a scenario, name its territories, seat representatives",
      description = "Needs If-Match.")
  ResponseEntity<ScenarioSummary> change(
      @PathVariable UUID id,
      @Parameter(description = IF_MATCH, example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ScenarioChange change) {
    long version = Versions.required(ifMatch);
    String who = Caller.current().username();
    return tagged(scenarios.change(new ScenarioId(id), version, change, who));
  }

  @DeleteMapping
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteScenario", summary = "Delete a scenario that was never published")
  void delete(@PathVariable UUID id) {
    scenarios.delete(new ScenarioId(id), Caller.current().username());
  }

  @GetMapping("/units")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getScenarioUnits", summary = "All units with territory and measures")
  ResponseEntity<ScenarioUnits> units(@PathVariable UUID id) {
    ScenarioUnits units = scenarios.units(new ScenarioId(id));
    return ResponseEntity.ok().eTag(Versions.tag(units.version())).body(units);
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
    long version = Versions.required(ifMatch);
    String who = Caller.current().username();
    return edited(moves.move(new ScenarioId(id), version, move, who));
  }

  @PostMapping("/moves/preview")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(operationId = "previewMove", summary = "Show what a move would do")
  MovePreview preview(@PathVariable UUID id, @Valid @RequestBody Move move) {
    return moves.preview(new ScenarioId(id), move);
  }

  @PostMapping("/undo")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "undoEdit",
      summary = "Undo the last move",
      description = "Needs If-Match.")
  ResponseEntity<ScenarioEdit> undo(
      @PathVariable UUID id,
      @Parameter(description = IF_MATCH, example = "\"7\"")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch) {
    long version = Versions.required(ifMatch);
    return edited(moves.undo(new ScenarioId(id), version, Caller.current().username()));
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
    long version = Versions.required(ifMatch);
    return edited(moves.redo(new ScenarioId(id), version, Caller.current().username()));
  }

  @GetMapping("/comparison")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "compareScenarios", summary = "Compare a scenario with another")
  Comparison compare(
      @PathVariable UUID id,
      @Parameter(description = "The other scenario; Today when absent.")
          @RequestParam(required = false)
          @Nullable UUID with) {
    return scenarios.compare(new ScenarioId(id), with == null ? null : new ScenarioId(with));
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
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable UUID id,
      @Parameter(description = "csv.", example = "csv") @RequestParam(defaultValue = "csv")
          String format,
      @Parameter(description = "accounts or units.", example = "accounts")
          @RequestParam(defaultValue = "accounts")
          String rows) {
    return export.file(new ScenarioId(id), format, rows);
  }

  private static ResponseEntity<ScenarioSummary> tagged(ScenarioSummary summary) {
    return ResponseEntity.ok().eTag(Versions.tag(summary.version())).body(summary);
  }

  private static ResponseEntity<ScenarioEdit> edited(ScenarioEdit edit) {
    return ResponseEntity.ok().eTag(Versions.tag(edit.summary().version())).body(edit);
  }
}
