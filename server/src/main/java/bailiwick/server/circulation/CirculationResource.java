package bailiwick.server.circulation;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.intake.table.TableSource;
import bailiwick.server.circulation.CirculationWire.ReturnedSheet;
import bailiwick.server.folder.DataFolder;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import bailiwick.store.scenario.ScenarioId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Workbooks of scenarios. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/sheet")
@Tag(name = "scenarios", description = "Alignments being compared, edited and designed.")
public class CirculationResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Circulations circulations;
  private final DataFolder folder;

  CirculationResource(Circulations circulations, DataFolder folder) {
    this.circulations = circulations;
    this.folder = folder;
  }

  @GetMapping(produces = XLSX)
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "sendScenario",
      summary = "A scenario as a workbook for others to edit",
      description =
          "One row for each account; the new territory is chosen from a drop-down, all else is"
              + " protected. A hidden sheet tells the scenario, its version and a checksum of each"
              + " row. At most 200,000 accounts; more are refused, since they could not come back.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The workbook.",
              content =
                  @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))))
  ResponseEntity<StreamingResponseBody> send(@PathVariable UUID id) {
    ScenarioId scenario = new ScenarioId(id);
    circulations.require(scenario);
    StreamingResponseBody body = out -> circulations.write(scenario, out);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XLSX))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("scenario.xlsx").build().toString())
        .body(body);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "returnSheet",
      summary = "Take an edited workbook back",
      description =
          "Without a name it only tells what would move and what is wrong. With one, a scenario of"
              + " that name is made in which the valid moves are done; everything else is named and"
              + " left.")
  ReturnedSheet take(
      @PathVariable UUID id,
      @Parameter(description = "The workbook (.xlsx).") @RequestPart("file") MultipartFile file,
      @Parameter(
              description = "Name of the scenario to make; only looked at when absent.",
              example = "Managers' changes")
          @RequestParam(required = false)
          @Nullable String name)
      throws IOException {
    Path uploads = folder.uploads();
    Path kept = uploads.resolve(UUID.randomUUID() + ".xlsx");
    Files.createDirectories(uploads);
    try {
      file.transferTo(kept);
      return circulations.read(
          new ScenarioId(id),
          new Uploaded(String.valueOf(file.getOriginalFilename()), kept),
          name == null || name.isBlank() ? null : name,
          Caller.current().username());
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  /** An uploaded file under the name its sender knows. */
  private record Uploaded(String name, Path path) implements TableSource {

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }
  }
}
