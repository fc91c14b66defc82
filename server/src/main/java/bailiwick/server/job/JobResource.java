package bailiwick.server.job;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobList;
import bailiwick.server.security.Allowed;
import bailiwick.store.job.JobId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Long work. */
@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "jobs", description = "Long work: progress, result, cancelling.")
public class JobResource {

  private final Jobs jobs;

  JobResource(Jobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listJobs", summary = "List the newest jobs")
  JobList jobs(
      @Parameter(description = "Only jobs of this plan.") @RequestParam(required = false)
          @Nullable UUID planId) {
    return new JobList(jobs.list(planId));
  }

  @GetMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getJob", summary = "Show a job")
  Job job(@PathVariable UUID id) {
    return jobs.get(new JobId(id));
  }

  @GetMapping(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "followJob",
      summary = "Follow a job",
      description =
          "Server-sent events. Each `progress` event and the last one, `end`, carry the job as"
              + " JSON. The first event tells where the job stands now.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The stream.",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(type = "string", example = "event:progress\ndata:{…}\n\n"))))
  SseEmitter events(@PathVariable UUID id) {
    Job now = jobs.get(new JobId(id));
    SseEmitter emitter = new SseEmitter(0L);
    LiveJob live = jobs.findLive(new JobId(id));
    if (live == null) {
      JobFollower.sendEnd(emitter, now.ended() ? now : jobs.get(new JobId(id)));
    } else {
      Thread.ofVirtual()
          .name("follow-" + id)
          .start(new JobFollower(live, emitter, jobs::isRunning));
    }
    return emitter;
  }

  @DeleteMapping("/{id}")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "cancelJob",
      summary = "Stop a job",
      description = "A design keeps the best so far as its scenario. Stopping twice is harmless.")
  Job cancel(@PathVariable UUID id) {
    return jobs.cancel(new JobId(id));
  }
}
