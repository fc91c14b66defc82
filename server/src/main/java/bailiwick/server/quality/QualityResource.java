package bailiwick.server.quality;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.quality.Doubt;
import bailiwick.intake.quality.Finding;
import bailiwick.intake.quality.FindingTable;
import bailiwick.intake.quality.HeldAccount;
import bailiwick.intake.quality.QualityReport;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.quality.QualityWire.AcceptanceRequest;
import bailiwick.server.quality.QualityWire.FindingList;
import bailiwick.server.quality.QualityWire.FindingView;
import bailiwick.server.quality.QualityWire.Limits;
import bailiwick.server.quality.QualityWire.QualityAcceptance;
import bailiwick.server.quality.QualityWire.QualityView;
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
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Data quality. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "quality", description = "How far the accounts are to be believed.")
public class QualityResource {

  private static final int MOST_ITEMS = 1_000;

  private final QualityReports reports;

  QualityResource(QualityReports reports) {
    this.reports = reports;
  }

  @GetMapping("/scenarios/{id}/quality")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getScenarioQuality",
      summary = "What is doubtful, and between what the balance therefore lies")
  QualityView quality(@PathVariable UUID id) {
    ScenarioId scenario = new ScenarioId(id);
    QualityReport report = reports.of(scenario);
    return QualityView.of(
        report, reports.limits(), reports.lastSearch(), reports.findAcceptance(scenario, report));
  }

  @GetMapping("/scenarios/{id}/quality/findings")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listQualityFindings", summary = "The accounts that are doubtful")
  FindingList findings(
      @PathVariable UUID id,
      @Parameter(description = "A kind of doubt; all when absent.", example = "owner_left")
          @RequestParam(required = false)
          @Nullable String doubt,
      @Parameter(description = "Code of a territory; all when absent.", example = "T07")
          @RequestParam(required = false)
          @Nullable String territory,
      @Parameter(description = "Most items, 1 to 1000.", example = "200")
          @RequestParam(defaultValue = "200")
          int limit) {
    if (limit < 1 || limit > MOST_ITEMS) {
      throw ProblemException.of(
          new ServerProblem.Parameter("limit", "must lie from 1 to " + MOST_ITEMS));
    }
    QualityReport report = reports.of(new ScenarioId(id));
    List<Finding> found = chosen(report, doubt, territory);
    return new FindingList(
        found.size(),
        found.stream().limit(limit).map(each -> FindingView.of(report, each)).toList());
  }

  @GetMapping("/scenarios/{id}/quality/findings/export")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "exportQualityFindings",
      summary = "The accounts that are doubtful, as CSV",
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
                                  "doubt,detail,id,name\nplace_coarse,…,A-000123,Lakeview\n"))))
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable UUID id,
      @Parameter(description = "A kind of doubt; all when absent.", example = "owner_left")
          @RequestParam(required = false)
          @Nullable String doubt,
      @Parameter(description = "Code of a territory; all when absent.", example = "T07")
          @RequestParam(required = false)
          @Nullable String territory) {
    QualityReport report = reports.of(new ScenarioId(id));
    List<Finding> found = chosen(report, doubt, territory);
    StreamingResponseBody body =
        out -> {
          try (CsvTable table =
              CsvTable.open(
                  new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                  FindingTable.HEADER)) {
            FindingTable.write(table, report, found);
          }
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("doubtful-accounts.csv").build().toString())
        .body(body);
  }

  private static List<Finding> chosen(
      QualityReport report, @Nullable String doubt, @Nullable String territory) {
    Doubt kind = doubt == null ? null : kind(doubt);
    return report.findings().stream()
        .filter(finding -> kind == null || finding.doubt() == kind)
        .filter(finding -> territory == null || code(report, finding).equals(territory))
        .sorted(
            Comparator.comparingLong(
                    (Finding finding) -> finding.account().account().worth().potentialCents())
                .reversed())
        .toList();
  }

  private static String code(QualityReport report, Finding finding) {
    int number = finding.account().territory();
    return number == HeldAccount.NOBODY ? "" : report.territories().get(number).code();
  }

  private static Doubt kind(String text) {
    return Arrays.stream(Doubt.values())
        .filter(doubt -> doubt.code().equals(text))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.of(
                new ServerProblem.Parameter(
                    "doubt",
                    "must be one of "
                        + Arrays.stream(Doubt.values())
                            .map(Doubt::code)
                            .collect(Collectors.joining(", ")))));
  }

  @PostMapping("/scenarios/{id}/quality/acceptances")
  @Allowed({ADMINISTRATOR, PLANNER})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "acceptQuality",
      summary = "Accept the doubt about a scenario's accounts",
      description =
          "Lets the scenario be published though more is doubtful than the limit. The share is the"
              + " one that the dry run showed; where more is doubtful by now, nothing is accepted."
              + " Stands under the caller's name in the audit log and in the publication, and ends"
              + " when the doubt grows.")
  QualityAcceptance accept(@PathVariable UUID id, @Valid @RequestBody AcceptanceRequest request) {
    return QualityAcceptance.of(
        reports.accept(new ScenarioId(id), request, Caller.current().username()));
  }

  @GetMapping("/quality/limits")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "getQualityLimits", summary = "Show the limits of data quality")
  Limits limits() {
    return Limits.of(reports.limits());
  }

  @PutMapping("/quality/limits")
  @Allowed(ADMINISTRATOR)
  @Operation(operationId = "setQualityLimits", summary = "Set the limits of data quality")
  Limits set(@Valid @RequestBody Limits limits) {
    return Limits.of(reports.save(limits.toLimits(), Caller.current().username()));
  }
}
