package bailiwick.server.scenario;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.job.JobWire.Job;
import bailiwick.server.problem.Limits;
import bailiwick.server.problem.Versions;
import bailiwick.server.scenario.DesignWire.TradeOffRequest;
import bailiwick.server.scenario.DesignWire.WrittenBrief;
import bailiwick.server.scenario.ReasonWire.ScenarioReasons;
import bailiwick.server.scenario.ScenarioWire.ScenarioSummary;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.job.JobId;
import bailiwick.store.scenario.ScenarioId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Designs from scenarios, and what there is to know about them. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
@Tag(name = "designs", description = "Territories drawn by the optimiser, with their reasons.")
public class DesignResource {

  private final Designs designs;
  private final DesignReplays replays;
  private final TradeOffs tradeOffs;
  private final ReasonBook reasons;
  private final Scenarios scenarios;

  DesignResource(
      Designs designs,
      DesignReplays replays,
      TradeOffs tradeOffs,
      ReasonBook reasons,
      Scenarios scenarios) {
    this.designs = designs;
    this.replays = replays;
    this.tradeOffs = tradeOffs;
    this.reasons = reasons;
    this.scenarios = scenarios;
  }

  @PostMapping("/design")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "designScenario",
      summary = "Design territories from a scenario",
      description =
          "Takes a design brief with the fields it has in files; what it leaves out is as in the"
              + " scenario. Answers a job; its result is a new scenario beside this one.")
  ResponseEntity<Job> design(@PathVariable UUID id, @RequestBody WrittenBrief brief) {
    return accepted(designs.submit(new ScenarioId(id), brief, Caller.current().username()));
  }

  @PostMapping("/replay")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "replayDesign",
      summary = "Make a scenario's design again and compare it",
      description =
          "Answers a job that changes nothing: it succeeds when the same input and seed give every"
              + " unit to the same territory, and fails with the number of units that differ, or"
              + " when the input has changed since.")
  ResponseEntity<Job> replay(@PathVariable UUID id) {
    return accepted(replays.submit(new ScenarioId(id), Caller.current().username()));
  }

  @GetMapping("/reasons")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getReasons",
      summary = "Say why units are where they are",
      description =
          "Of one unit, or of those that change hands against the scenario that this one was"
              + " designed from, else against Today.")
  ScenarioReasons reasons(
      @PathVariable UUID id,
      @Parameter(
              description = "Only this unit, whether it changes hands or not.",
              example = "60614")
          @RequestParam(required = false)
          @Nullable String unit,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "100")
          @RequestParam(defaultValue = "100")
          int limit) {
    ScenarioId scenario = new ScenarioId(id);
    return unit == null
        ? reasons.ofMoved(scenario, cursor, Limits.required(limit))
        : reasons.ofUnit(scenario, unit);
  }

  @PostMapping("/trade-off")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "tradeOff",
      summary = "Work out a trade-off curve",
      description =
          "Answers a job; its result is the plans of which none is better in everything, between"
              + " moving least and the best goals. It spends the work of one design.")
  ResponseEntity<Job> tradeOff(@PathVariable UUID id, @Valid @RequestBody TradeOffRequest request) {
    return accepted(tradeOffs.submit(new ScenarioId(id), request, Caller.current().username()));
  }

  @PostMapping("/trade-off/{jobId}/plans/{number}")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "openTradeOffPlan",
      summary = "Make a scenario of a plan of a trade-off curve")
  ResponseEntity<ScenarioSummary> openPlan(
      @PathVariable UUID id,
      @PathVariable UUID jobId,
      @Parameter(description = "Number in the curve, 1 for the first.", example = "3") @PathVariable
          int number) {
    ScenarioId made =
        tradeOffs
            .open(new ScenarioId(id), new JobId(jobId), number, Caller.current().username())
            .id();
    ScenarioSummary summary = scenarios.summary(made);
    return ResponseEntity.created(URI.create("/api/v1/scenarios/" + made))
        .eTag(Versions.tag(summary.version()))
        .body(summary);
  }

  private static ResponseEntity<Job> accepted(Job job) {
    return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id())).body(job);
  }
}
