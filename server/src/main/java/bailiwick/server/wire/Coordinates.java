package bailiwick.server.wire;

import bailiwick.core.unit.LonLat;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place on the globe in JSON. Immutable. */
@Schema(description = "A place on the globe.")
public record Coordinates(
    @Schema(description = "Degrees east.", example = "-87.6521") double lon,
    @Schema(description = "Degrees north.", example = "41.9227") double lat) {

  /** The coordinates of a place, null when there is none. */
  public static @Nullable Coordinates of(@Nullable LonLat place) {
    return place == null ? null : new Coordinates(place.lon(), place.lat());
  }
}
