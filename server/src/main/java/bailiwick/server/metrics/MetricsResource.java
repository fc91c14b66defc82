package bailiwick.server.metrics;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;

import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Metrics. */
@RestController
@RequestMapping("/api/v1/metrics")
@Tag(name = "metrics", description = "For operators.")
public class MetricsResource {

  private final Metrics metrics;

  MetricsResource(Metrics metrics) {
    this.metrics = metrics;
  }

  @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
  @Allowed({ADMINISTRATOR, INTEGRATION})
  @Operation(
      operationId = "getMetrics",
      summary = "Tell times of routes and jobs, memory and threads",
      description = "The text that Prometheus reads; let it come with an API key.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The metrics.",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_PLAIN_VALUE,
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  "bailiwick_jobs_seconds_count{kind=\"DESIGN\",state=\"SUCCEEDED\"} 3\n"))))
  String metrics() {
    return metrics.text();
  }
}
