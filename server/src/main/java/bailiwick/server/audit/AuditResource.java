package bailiwick.server.audit;

import static bailiwick.store.user.Role.ADMINISTRATOR;

import bailiwick.server.audit.AuditWire.AuditPage;
import bailiwick.server.audit.AuditWire.AuditVerification;
import bailiwick.server.problem.Limits;
import bailiwick.server.security.Allowed;
import bailiwick.store.audit.AuditQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The audit log. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(
    name = "audit",
    description = "Who changed plans, rules, people, access, connections and exceptions.")
public class AuditResource {

  private static final String ACTION =
      "An action such as plan.published, or what it begins with: plan for all of plans.";

  private final Audits audits;

  AuditResource(Audits audits) {
    this.audits = audits;
  }

  @GetMapping
  @Allowed(ADMINISTRATOR)
  @Operation(
      operationId = "listAudit",
      summary = "List the audit log, the newest first",
      description =
          "It only grows, and each entry is chained to the one before by its hash: see the"
              + " verification.")
  AuditPage entries(
      @Parameter(description = "Who did it.", example = "maria") @RequestParam(required = false)
          @Nullable String who,
      @Parameter(description = ACTION, example = "plan") @RequestParam(required = false)
          @Nullable String action,
      @Parameter(description = "Id of what changed.") @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "At this instant or later.", example = "2026-11-01T00:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant from,
      @Parameter(description = "Before this instant.", example = "2026-12-01T00:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant until,
      @Parameter(description = "From nextCursor of the page before.")
          @RequestParam(required = false)
          @Nullable String cursor,
      @Parameter(description = "At most so many, 1 to 500.", example = "50")
          @RequestParam(defaultValue = "50")
          int limit) {
    return audits.list(
        new AuditQuery(who, action, subject, from, until), cursor, Limits.required(limit));
  }

  @GetMapping("/export")
  @Allowed(ADMINISTRATOR)
  @Operation(
      operationId = "exportAudit",
      summary = "The audit log as a file, the oldest first",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file: CSV, or a JSON document a line.",
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  "sequence,at,who,action,subject,detail,hash\n"
                                      + "1,2026-11-21T09:30:00Z,maria,user.changed,019a…,"
                                      + "\"{\"\"active\"\":{\"\"from\"\":true,\"\"to\"\":false}}\","
                                      + "2f0c…\n"))))
  ResponseEntity<StreamingResponseBody> export(
      @Parameter(description = "The form of the file.", example = "CSV")
          @RequestParam(defaultValue = "CSV")
          AuditFile format,
      @Parameter(description = "Who did it.", example = "maria") @RequestParam(required = false)
          @Nullable String who,
      @Parameter(description = ACTION, example = "plan") @RequestParam(required = false)
          @Nullable String action,
      @Parameter(description = "Id of what changed.") @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "At this instant or later.", example = "2026-11-01T00:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant from,
      @Parameter(description = "Before this instant.", example = "2026-12-01T00:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant until) {
    String name = "audit." + format.name().toLowerCase(Locale.ROOT);
    var wanted = new AuditQuery(who, action, subject, from, until);
    return ResponseEntity.ok()
        .contentType(type(format))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(out -> audits.write(format, wanted, out));
  }

  private static MediaType type(AuditFile format) {
    return switch (format) {
      case CSV -> new MediaType("text", "csv", StandardCharsets.UTF_8);
      case JSONL -> new MediaType("application", "jsonl", StandardCharsets.UTF_8);
    };
  }

  @GetMapping("/verification")
  @Allowed(ADMINISTRATOR)
  @Operation(
      operationId = "verifyAudit",
      summary = "Look whether anybody tampered with the audit log, and where",
      description =
          "Shows an entry that was changed, removed or put in another's place, and an end that was"
              + " cut off. Who can write to the database past the program can forge all of it, but"
              + " not a hash that you noted elsewhere: hand it back as `noted`.")
  AuditVerification verify(
      @Parameter(description = "A hash noted earlier, which must still be that of an entry.")
          @RequestParam(required = false)
          @Nullable String noted) {
    return audits.verify(noted);
  }
}
