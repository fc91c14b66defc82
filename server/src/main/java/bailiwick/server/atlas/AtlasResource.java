package bailiwick.server.atlas;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.Country;
import bailiwick.atlas.Place;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.server.atlas.AtlasWire.AtlasCountries;
import bailiwick.server.atlas.AtlasWire.AtlasCountry;
import bailiwick.server.atlas.AtlasWire.AtlasPlaces;
import bailiwick.server.atlas.AtlasWire.AtlasUnits;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The geography, packaged and added. What is known of a country may change with a restart of the
 * server, at the same address: whoever keeps an answer asks with its ETag whether it still holds.
 */
@RestController
@RequestMapping("/api/v1/atlas")
@Tag(
    name = "atlas",
    description =
        "The geography, packaged and added, for the map. The ETag is the geography's version: an"
            + " answer that is kept is asked for with If-None-Match, and does not come twice.")
public class AtlasResource {

  /** Towns smaller than this are not worth a label. */
  private static final long SMALLEST_PLACE = 5_000;

  private final Geography geography;

  AtlasResource(Geography geography) {
    this.geography = geography;
  }

  @GetMapping("/countries")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "listAtlasCountries", summary = "Countries that a plan can divide")
  AtlasCountries countries() {
    Atlas atlas = geography.atlas();
    return new AtlasCountries(
        atlas.countries().stream()
            .map(code ->
                new AtlasCountry(
                    code,
                    atlas.findCountry(code).map(Country::name).orElse(code),
                    regionsOf(atlas, code)))
            .sorted(Comparator.comparing(AtlasCountry::name))
            .toList());
  }

  /** Name of the finest outline of a country's regions. */
  private static String regionsOf(Atlas atlas, String country) {
    String lower = country.toLowerCase(Locale.ROOT);
    return Stream.of(lower + "-states", "regions-" + lower)
        .filter(outline -> atlas.outlines().contains(outline))
        .findFirst()
        .orElse("regions");
  }

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
    byte[] shapes = geography.layer(kind(kind), country).topoJson();
    return zipped(geography.atlas().version(country), shapes);
  }

  @GetMapping("/{country}/units")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getAtlasUnits", summary = "All units of a kind, as columns")
  ResponseEntity<AtlasUnits> units(
      @Parameter(description = "Country.", example = "US") @PathVariable String country,
      @Parameter(description = "postcode or county.", example = "postcode")
          @RequestParam(defaultValue = "postcode")
          String kind) {
    AreaLayer layer = geography.layer(kind(kind), country);
    String version = geography.atlas().version(country);
    return ofVersion(version)
        .body(
            new AtlasUnits(
                country,
                version,
                layer.provenance(),
                layer.numbering().ids().stream().map(UnitId::value).toList(),
                layer.names(),
                layer.points().stream().mapToDouble(LonLat::lon).toArray(),
                layer.points().stream().mapToDouble(LonLat::lat).toArray(),
                layer.regions(),
                layer.counties()));
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
      @Parameter(
              description =
                  "countries-110m, countries-50m, us-states, us-counties, regions of the world, or"
                      + " regions-gb and its like in finer lines.",
              example = "us-states")
          @PathVariable
          String name) {
    byte[] outline =
        geography
            .atlas()
            .findOutline(name)
            .orElseThrow(() -> ProblemException.of(new ServerProblem.NotFound("outline", name)));
    return zipped(geography.atlas().version(), outline);
  }

  @GetMapping("/places")
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getAtlasPlaces", summary = "Towns and cities of a country")
  ResponseEntity<AtlasPlaces> places(
      @Parameter(description = "Country.", example = "US") @RequestParam String country) {
    String code =
        geography
            .atlas()
            .findCountry(country)
            .map(Country::code)
            .orElseThrow(() -> ProblemException.of(new ServerProblem.UnknownCountry(country)));
    List<Place> places = geography.atlas().places(code, SMALLEST_PLACE);
    return ofVersion(geography.atlas().version(code))
        .body(
            new AtlasPlaces(
                places.stream().map(Place::name).toList(),
                places.stream().map(Place::region).toList(),
                places.stream().mapToDouble(place -> place.point().lon()).toArray(),
                places.stream().mapToDouble(place -> place.point().lat()).toArray(),
                places.stream().mapToLong(Place::population).toArray()));
  }

  /** Every browser takes gzip, so the stored bytes go out as they are. */
  private static ResponseEntity<byte[]> zipped(String version, byte[] bytes) {
    return ofVersion(version)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(bytes);
  }

  /** An answer to be kept as long as its version is the one of today; Spring answers 304 then. */
  private static ResponseEntity.BodyBuilder ofVersion(String version) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag("W/\"" + version + '"'); // Tomcat zips nothing that has a strong one
  }

  private static UnitKind kind(String word) {
    return UnitKind.findByWord(word)
        .filter(kind -> kind != UnitKind.ACCOUNT)
        .orElseThrow(() ->
            ProblemException.of(new ServerProblem.Parameter("kind", "must be postcode or county")));
  }
}
