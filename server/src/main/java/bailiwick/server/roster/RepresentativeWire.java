package bailiwick.server.roster;

import bailiwick.server.wire.Coordinates;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of representatives. */
public final class RepresentativeWire {

  private RepresentativeWire() {}

  /** All representatives. */
  @Schema(description = "All representatives, by name.")
  public record RepresentativeList(
      @Schema(description = "The representatives.") List<RepresentativeView> items) {}

  /** A representative. */
  @Schema(description = "A person who sells.")
  public record RepresentativeView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          String id,
      @Schema(description = "Id in the system it came from.", example = "R-017") String externalId,
      @Schema(description = "Name.", example = "Dana Whitfield") String name,
      @Schema(description = "E-mail, empty when unknown.", example = "dana@example.com")
          String email,
      @Schema(description = "Where the day starts.") @Nullable Coordinates home,
      @Schema(description = "Skills.", example = "[\"enterprise\"]") List<String> skills,
      @Schema(description = "First day.", example = "2024-03-01") @Nullable LocalDate startedOn,
      @Schema(description = "First day no longer with the company.", example = "2026-09-01")
          @Nullable LocalDate leftOn,
      @Schema(description = "Share of a full load carried now, 0 to 1.", example = "1")
          double rampShare,
      @Schema(description = "Quota a year in whole currency units.", example = "900000")
          double quota) {}
}
