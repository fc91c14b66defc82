package bailiwick.server.atlas;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.server.atlas.AtlasWire.AtlasPlaces;
import bailiwick.server.atlas.AtlasWire.AtlasUnits;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The packaged geography. */
@RestController
@RequestMapping("/api/v1/atlas")
@Tag(name = "atlas", description = "The packaged geography, for the map. Cached for a year.")
public class AtlasResource {

  @GetMapping("/{country}/{kind}.topojson")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(
      operationId = "getAtlasAreas",
      summary = "Polygons of all units of a kind; feature id = unit id",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "TopoJSON.",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(type = "object", example = "{\"type\":\"Topology\"}"))))
  ResponseEntity<byte[]> areas(
      @Parameter(description = "Country.", example = "US") @PathVariable String country,
      @Parameter(description = "postcode or county.", example = "postcode") @PathVariable
          String kind) {
    throw new UnsupportedOperationException();
  }

  @GetMapping("/{country}/units")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getAtlasUnits", summary = "All units of a kind, as columns")
  ResponseEntity<AtlasUnits> units(
      @Parameter(description = "Country.", example = "US") @PathVariable String country,
      @Parameter(description = "postcode or county.", example = "postcode")
          @RequestParam(defaultValue = "postcode")
          String kind) {
    throw new UnsupportedOperationException();
  }

  @GetMapping("/outlines/{name}.topojson")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(
      operationId = "getAtlasOutline",
      summary = "Outlines for the base map",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "TopoJSON.",
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(type = "object", example = "{\"type\":\"Topology\"}"))))
  ResponseEntity<byte[]> outline(
      @Parameter(description = "countries, us-states or us-counties.", example = "us-states")
          @PathVariable
          String name) {
    throw new UnsupportedOperationException();
  }

  @GetMapping("/places")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getAtlasPlaces", summary = "Towns and cities of a country")
  ResponseEntity<AtlasPlaces> places(
      @Parameter(description = "Country.", example = "US") @RequestParam String country) {
    throw new UnsupportedOperationException();
  }
}
