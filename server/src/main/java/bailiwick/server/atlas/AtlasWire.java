package bailiwick.server.atlas;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** JSON of the packaged geography. */
@SuppressWarnings("ArrayRecordComponent") // columns on their way out, never compared
public final class AtlasWire {

  private AtlasWire() {}

  /** Countries whose areas are known. */
  @Schema(description = "The countries whose areas are known, by name.")
  public record AtlasCountries(@Schema(description = "The countries.") List<AtlasCountry> items) {}

  /** A country whose areas are known. */
  @Schema(description = "A country that a plan can divide.")
  public record AtlasCountry(
      @Schema(description = "ISO code.", example = "US") String code,
      @Schema(description = "Name.", example = "United States") String name,
      @Schema(
              description = "Outline with the country's states or provinces, the finest there is.",
              example = "us-states")
          String regions) {}

  /** Units of a kind as columns. */
  @Schema(description = "All units of a kind as columns of equal length, by unit number.")
  public record AtlasUnits(
      @Schema(description = "Country.", example = "US") String country,
      @Schema(description = "Version of the country's geography.", example = "2026.1")
          String version,
      @Schema(description = "Where the areas come from and how exact they are.") String provenance,
      @Schema(description = "Units.", example = "[\"60614\"]") List<String> unitIds,
      @Schema(description = "Names.", example = "[\"Chicago\"]") List<String> names,
      @Schema(description = "Degrees east.", example = "[-87.6521]") double[] lon,
      @Schema(description = "Degrees north.", example = "[41.9227]") double[] lat,
      @Schema(description = "State or region.", example = "[\"IL\"]") List<String> region,
      @Schema(description = "County.", example = "[\"Cook\"]") List<String> county) {}

  /** Places as columns. */
  @Schema(description = "Towns and cities as columns of equal length, largest first.")
  public record AtlasPlaces(
      @Schema(description = "Names.", example = "[\"Chicago\"]") List<String> names,
      @Schema(description = "State or region.", example = "[\"IL\"]") List<String> region,
      @Schema(description = "Degrees east.", example = "[-87.65]") double[] lon,
      @Schema(description = "Degrees north.", example = "[41.85]") double[] lat,
      @Schema(description = "People.", example = "[2693976]") long[] population) {}
}
