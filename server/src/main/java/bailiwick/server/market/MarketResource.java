package bailiwick.server.market;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.intake.potential.WhiteSpace;
import bailiwick.server.market.MarketWire.MarketSummary;
import bailiwick.server.market.MarketWire.WhiteSpaceTable;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The market around one's own customers. */
@RestController
@RequestMapping("/api/v1/market")
@Tag(name = "market", description = "The market around one's own customers.")
public class MarketResource {

  private final Markets markets;

  MarketResource(Markets markets) {
    this.markets = markets;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getMarket",
      summary = "Which measures of the market are known, and how many customers and prospects")
  MarketSummary market() {
    return markets.summary();
  }

  @GetMapping("/{measure}")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "getWhiteSpace",
      summary = "Market share and white space by area",
      description =
          "Figures of smaller areas add up; an area's own figure goes before the sum of its parts.")
  WhiteSpaceTable whiteSpace(
      @Parameter(description = "Measure of the market.", example = "establishments") @PathVariable
          String measure,
      @Parameter(
              description = "Size of the areas.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"country", "region", "county", "postcode"}))
          @RequestParam(defaultValue = "county")
          String by,
      @Parameter(
              description =
                  "What stands against the measure; sales against spend, employees against"
                      + " employees, else customers when absent.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"customers", "sales", "employees"}))
          @RequestParam(required = false)
          @Nullable String own,
      @Parameter(
              description =
                  "What the areas are sorted by: shares from the smallest, areas by path, all else"
                      + " from the largest.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "open",
                        "market",
                        "own",
                        "share",
                        "customers",
                        "prospects",
                        "area"
                      }))
          @RequestParam(defaultValue = "open")
          String sort,
      @Parameter(description = "At most so many areas, 1 to 50,000.", example = "100")
          @RequestParam(defaultValue = "100")
          int limit) {
    return markets.whiteSpace(
        MarketQuestion.of(measure, by, own, sort), Math.clamp(limit, 1, 50_000));
  }

  @GetMapping("/{measure}/export")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(
      operationId = "exportWhiteSpace",
      summary = "Market share and white space of every area, as CSV",
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
                                  """
                                  area,name,market,own,share,open,customers,prospects
                                  US/IL/17031,"Cook, IL",5120,12,0.0023,5108,12,4
                                  """))))
  ResponseEntity<StreamingResponseBody> export(
      @Parameter(description = "Measure of the market.", example = "establishments") @PathVariable
          String measure,
      @Parameter(
              description = "Size of the areas.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"country", "region", "county", "postcode"}))
          @RequestParam(defaultValue = "county")
          String by,
      @Parameter(
              description =
                  "What stands against the measure; sales against spend, employees against"
                      + " employees, else customers when absent.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"customers", "sales", "employees"}))
          @RequestParam(required = false)
          @Nullable String own,
      @Parameter(
              description =
                  "What the areas are sorted by: shares from the smallest, areas by path, all else"
                      + " from the largest.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "open",
                        "market",
                        "own",
                        "share",
                        "customers",
                        "prospects",
                        "area"
                      }))
          @RequestParam(defaultValue = "open")
          String sort) {
    MarketQuestion question = MarketQuestion.of(measure, by, own, sort);
    WhiteSpace space = markets.space(question);
    StreamingResponseBody body =
        out ->
            markets.write(
                space,
                question.order(),
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("white-space.csv").build().toString())
        .body(body);
  }
}
