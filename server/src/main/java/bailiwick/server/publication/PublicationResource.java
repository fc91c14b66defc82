package bailiwick.server.publication;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.publication.PublicationWire.PublicationDryRun;
import bailiwick.server.publication.PublicationWire.PublicationList;
import bailiwick.server.publication.PublicationWire.PublicationRequest;
import bailiwick.server.publication.PublicationWire.PublicationView;
import bailiwick.server.publication.PublicationWire.UndoDryRun;
import bailiwick.server.publication.PublicationWire.UndoRequest;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.ScenarioId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Publications. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "publications", description = "Making a scenario real from a day on.")
public class PublicationResource {

  private static final int LONGEST_KEY = 80;

  private final Publications publications;

  PublicationResource(Publications publications) {
    this.publications = publications;
  }

  @PostMapping("/scenarios/{id}/publications/dry-run")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER})
  @Operation(operationId = "dryRunPublication", summary = "Show what publishing would change")
  PublicationDryRun dryRun(@PathVariable UUID id, @Valid @RequestBody PublicationRequest request) {
    return publications.dryRun(new ScenarioId(id), request.effectiveFrom());
  }

  @GetMapping("/scenarios/{id}/publications/dry-run/export")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER})
  @Operation(
      operationId = "exportDryRun",
      summary = "Every account that publishing would move, as CSV",
      description = "Its columns add up to the figures of the dry run.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file, the largest potential first.",
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  "id,name,from_territory,to_territory,from_representative,"
                                      + "to_representative,potential,workload,sales,open_pipeline,"
                                      + "relationship_months\n"
                                      + "A-000123,Lakeview Clinic,T07,T11,Dana Whitfield,Omar Reyes,"
                                      + "48000.0,12.5,22000.0,12000.0,31\n"))))
  ResponseEntity<StreamingResponseBody> moves(
      @PathVariable UUID id,
      @Parameter(description = "First day.", example = "2027-01-01") @RequestParam
          LocalDate effectiveFrom) {
    MovesTable table = publications.moves(new ScenarioId(id), effectiveFrom);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("moves.csv").build().toString())
        .body(table::write);
  }

  @PostMapping("/scenarios/{id}/publications")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "publishScenario",
      summary = "Publish a scenario",
      description =
          "One transaction: rules compiled, every account decided, ledger written. Repeating it with"
              + " the same Idempotency-Key answers the first result and changes nothing.")
  ResponseEntity<PublicationView> publish(
      @PathVariable UUID id,
      @Parameter(
              description = "Any text of yours, up to 80 characters, new for each intent.",
              example = "9b2f6a34-publish-fy27")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      @Valid @RequestBody PublicationRequest request) {
    String key = required(idempotencyKey);
    PublicationView made =
        publications.publish(new ScenarioId(id), request, key, Caller.current().username());
    return ResponseEntity.status(HttpStatus.CREATED).body(made);
  }

  @GetMapping("/plans/{id}/publications")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listPublications", summary = "List the publications of a plan")
  PublicationList publications(@PathVariable UUID id) {
    return new PublicationList(publications.list(new PlanId(id)));
  }

  @PostMapping("/publications/{id}/undo/dry-run")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "dryRunUndo",
      summary = "Show what taking back a publication would change")
  UndoDryRun undoDryRun(@PathVariable UUID id) {
    return publications.undoDryRun(new PublicationId(id));
  }

  @PostMapping("/publications/{id}/undo")
  @Allowed({ADMINISTRATOR, PLANNER})
  @Operation(
      operationId = "undoPublication",
      summary = "Take back the last publication of a layer",
      description =
          "Every account that nobody has changed since has again the owner that it had, every seat"
              + " its person, and the rules before are in force again: as new rows of the ledger, in"
              + " one transaction. Refused with `PUBLICATION_NOT_LAST` when a later one rests on it.")
  PublicationView undo(@PathVariable UUID id, @Valid @RequestBody UndoRequest request) {
    return publications.undo(new PublicationId(id), request.why(), Caller.current().username());
  }

  private static String required(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw ProblemException.of(new ServerProblem.HeaderMissing("Idempotency-Key"));
    }
    if (key.length() > LONGEST_KEY) {
      throw ProblemException.of(
          new ServerProblem.Parameter("Idempotency-Key", "must have at most 80 characters"));
    }
    return key;
  }
}
