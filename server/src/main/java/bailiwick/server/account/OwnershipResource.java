package bailiwick.server.account;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.intake.crm.CrmFile;
import bailiwick.server.problem.Days;
import bailiwick.server.security.Allowed;
import bailiwick.store.plan.LayerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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

/** The whole book on a day. */
@RestController
@RequestMapping("/api/v1/ownership")
@Tag(name = "accounts")
public class OwnershipResource {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final OwnershipTable table;

  OwnershipResource(OwnershipTable table) {
    this.table = table;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "exportOwnership",
      summary = "Who owned every account on a day, as CSV",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file, by external id; accounts that nobody owned are left out.",
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  "id,name,territory,territory_name,representative,"
                                      + "valid_from,valid_to,recorded_at\n"
                                      + "A-000123,Lakeview Clinic,T07,Chicago North,Dana Whitfield,"
                                      + "2027-01-01,,2026-11-21T09:30:00Z\n"))))
  ResponseEntity<StreamingResponseBody> owners(
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description = "As known at this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownAsOf) {
    Days.near("on", on);
    Days.near("knownAsOf", knownAsOf);
    return file("owners.csv", out -> table.write(on, knownAsOf, out));
  }

  @GetMapping("/crm")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "exportCrmFile",
      summary = "Who owns a CRM's accounts on a day, in the import format of that CRM",
      responses =
          @ApiResponse(
              responseCode = "200",
              description =
                  "The file; accounts of other sources and those that nobody owns are left out.",
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  """
                                  Id,OwnerId,Territory__c
                                  001000000000001AAA,005000000000001AAA,Chicago North
                                  """))))
  ResponseEntity<StreamingResponseBody> crmFile(
      @Parameter(description = "The CRM that shall read it.", example = "SALESFORCE") @RequestParam
          CrmFile format,
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(
              description =
                  "Whose accounts; absent for those of the only connection to that CRM, or without"
                      + " one for those of uploaded files.",
              example = "salesforce")
          @RequestParam(required = false)
          @Nullable String source) {
    String whose = table.source(format, source);
    Days.near("on", on);
    return file(
        format.name().toLowerCase(Locale.ROOT) + "-owners.csv",
        out -> table.write(format, whose, on, out));
  }

  @GetMapping("/changes")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "exportOwnershipChanges",
      summary = "Everything that was written in the ledger between two instants, as CSV",
      responses =
          @ApiResponse(
              responseCode = "200",
              description =
                  "The file, in the order in which it was written: rows that were recorded, and rows"
                      + " that were believed until then; of accounts in their territories, and of"
                      + " representatives in theirs.",
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema =
                          @Schema(
                              type = "string",
                              example =
                                  "recorded_at,change,of,id,name,territory,valid_from,valid_to,cause,who,why\n"
                                      + "2026-11-21T09:30:00Z,recorded,account,A-000123,Lakeview Clinic,T07,"
                                      + "2027-01-01,,PUBLICATION,maria,Published `FY27`.\n"))))
  ResponseEntity<StreamingResponseBody> changes(
      @Parameter(description = "Code of the layer.", example = "new-business")
          @RequestParam(defaultValue = "new-business")
          String layer,
      @Parameter(description = "After this instant.", example = "2026-11-20T00:00:00Z")
          @RequestParam
          Instant after,
      @Parameter(
              description = "Up to this instant; now when absent.",
              example = "2026-11-21T12:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant until) {
    Days.near("after", after);
    Days.near("until", until);
    LayerId of = table.layer(layer);
    return file("owner-changes.csv", out -> table.writeChanges(of, after, until, out));
  }

  private static ResponseEntity<StreamingResponseBody> file(
      String name, StreamingResponseBody body) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(body);
  }
}
