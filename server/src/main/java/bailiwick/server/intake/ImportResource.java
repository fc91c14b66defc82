package bailiwick.server.intake;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.job.JobWire.Job;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.server.wire.ImportWire.ImportField;
import bailiwick.server.wire.ImportWire.ImportFields;
import bailiwick.server.wire.ImportWire.ImportReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Imports of files. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports", description = "Files of accounts, representatives and figures.")
public class ImportResource {

  private final Imports imports;
  private final MappingProfiles profiles;
  private final JsonMapper json;

  ImportResource(Imports imports, MappingProfiles profiles, JsonMapper json) {
    this.imports = imports;
    this.profiles = profiles;
    this.json = json;
  }

  private ImportFlags flags(ImportKind kind, HttpServletRequest request) {
    return ImportFlags.of(request, json, asked -> profiles.required(kind, asked));
  }

  @GetMapping("/{kind}/fields")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "listImportFields", summary = "What a kind of file can hold")
  ImportFields fields(@KindOfFile @PathVariable ImportKind kind) {
    return new ImportFields(
        kind.fields().fields().stream()
            .map(field -> new ImportField(field.key(), field.meaning(), field.needed()))
            .toList());
  }

  @PostMapping(value = "/{kind}/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "checkImport", summary = "Read a file and report, writing nothing")
  @ImportParameters
  ImportReport check(
      @KindOfFile @PathVariable ImportKind kind,
      @Parameter(description = "CSV file or Excel workbook (.xlsx).") @RequestPart("file")
          MultipartFile file,
      @Parameter(hidden = true) HttpServletRequest request) {
    return imports.check(kind, file, flags(kind, request));
  }

  @PostMapping(
      value = "/{kind}/rejected",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = {"text/csv", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "listRejectedRows",
      summary = "The rows of a file that cannot be used, writing nothing",
      description =
          "A CSV file with row, column, value, reason and, of a workbook, cell; a row with several"
              + " reasons has a line for each.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The rejected rows.",
              content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
  @ImportParameters
  ResponseEntity<Resource> rejected(
      @KindOfFile @PathVariable ImportKind kind,
      @Parameter(description = "CSV file or Excel workbook (.xlsx).") @RequestPart("file")
          MultipartFile file,
      @Parameter(hidden = true) HttpServletRequest request) {
    return table(imports.rejected(kind, file, flags(kind, request)), "rejected.csv");
  }

  @PostMapping(value = "/{kind}/dry-run", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "startImportDryRun",
      summary = "Tell what a file would change, writing nothing",
      description =
          "Answers a job whose report tells in `changes` what the accepted rows would add and"
              + " change, field by field, and what is not in the file any more; of files of figures,"
              + " in `replaces`, which file they take the place of.")
  @ImportParameters
  Job dryRun(
      @KindOfFile @PathVariable ImportKind kind,
      @Parameter(description = "CSV file or Excel workbook (.xlsx).") @RequestPart("file")
          MultipartFile file,
      @Parameter(hidden = true) HttpServletRequest request) {
    ImportFlags flags = flags(kind, request);
    return imports.submit(kind, file, flags, true, Caller.current().username());
  }

  @PostMapping(
      value = "/{kind}/changes",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = {"text/csv", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "listImportChanges",
      summary = "Everything that a file would change, writing nothing",
      description =
          "A CSV file with change (new, changed or missing), id, name, field, before, after and"
              + " lastSeen; a changed row has a line for each value. Accounts, prospects and"
              + " representatives only.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The changes.",
              content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
  @ImportParameters
  ResponseEntity<Resource> changes(
      @KindOfFile @PathVariable ImportKind kind,
      @Parameter(description = "CSV file or Excel workbook (.xlsx).") @RequestPart("file")
          MultipartFile file,
      @Parameter(hidden = true) HttpServletRequest request) {
    return table(imports.changes(kind, file, flags(kind, request)), "changes.csv");
  }

  private static ResponseEntity<Resource> table(InputStream rows, String name) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(new InputStreamResource(rows));
  }

  @PostMapping(value = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "startImport",
      summary = "Load a file, whole or not at all",
      description =
          "Answers a job whose report tells what was found. With a rejected row nothing is loaded,"
              + " unless goodRowsOnly is true. Accounts and representatives are matched by external"
              + " id: known ones are updated. Files of figures replace the one loaded before.")
  @ImportParameters
  Job load(
      @KindOfFile @PathVariable ImportKind kind,
      @Parameter(description = "CSV file or Excel workbook (.xlsx).") @RequestPart("file")
          MultipartFile file,
      @Parameter(description = "Load the accepted rows even when others are rejected.")
          @RequestParam(defaultValue = "false")
          boolean goodRowsOnly,
      @Parameter(
              description =
                  "First day that figures in the file do not cover any more; today when absent.",
              example = "2026-10-01")
          @RequestParam(required = false)
          @Nullable LocalDate asOf,
      @Parameter(hidden = true) HttpServletRequest request) {
    ImportFlags flags = flags(kind, request).keeping(goodRowsOnly, asOf);
    return imports.submit(kind, file, flags, false, Caller.current().username());
  }
}
