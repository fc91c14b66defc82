package bailiwick.server.intake;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.job.JobWire.Job;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.server.wire.ImportWire.ImportReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of accounts and representatives. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports", description = "Files of accounts and representatives.")
public class ImportResource {

  private final Imports imports;

  ImportResource(Imports imports) {
    this.imports = imports;
  }

  @PostMapping(value = "/{kind}/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "checkImport", summary = "Read a file and report, writing nothing")
  ImportReport check(
      @Parameter(
              description = "What the file holds.",
              schema = @Schema(allowableValues = {"accounts", "representatives"}))
          @PathVariable
          ImportKind kind,
      @Parameter(description = "CSV file.") @RequestPart("file") MultipartFile file,
      @Parameter(
              description = "JSON object, field to column header, for what the guess gets wrong.",
              example = "{\"postcode\":\"Zip Code\"}")
          @RequestParam(required = false)
          @Nullable String mapping) {
    return imports.check(kind, file, mapping);
  }

  @PostMapping(value = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "startImport",
      summary = "Load a file, whole or not at all",
      description =
          "Answers a job whose report tells what was found. With a rejected row nothing is loaded,"
              + " unless goodRowsOnly is true. Accounts are matched by external id: known ones are"
              + " updated.")
  Job load(
      @Parameter(
              description = "What the file holds.",
              schema = @Schema(allowableValues = {"accounts", "representatives"}))
          @PathVariable
          ImportKind kind,
      @Parameter(description = "CSV file.") @RequestPart("file") MultipartFile file,
      @Parameter(
              description = "JSON object, field to column header, for what the guess gets wrong.",
              example = "{\"postcode\":\"Zip Code\"}")
          @RequestParam(required = false)
          @Nullable String mapping,
      @Parameter(description = "Load the accepted rows even when others are rejected.")
          @RequestParam(defaultValue = "false")
          boolean goodRowsOnly) {
    return imports.submit(kind, file, mapping, goodRowsOnly, Caller.current().username());
  }
}
