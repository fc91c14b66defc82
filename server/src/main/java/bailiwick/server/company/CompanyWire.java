package bailiwick.server.company;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** JSON of the company and of the server's health. */
public final class CompanyWire {

  private CompanyWire() {}

  /** The company of this installation. */
  @Schema(description = "The company of this installation.")
  public record Company(
      @Schema(description = "Name.", example = "Northwind Medical") String name,
      @Schema(description = "IANA time zone of its business days.", example = "America/Chicago")
          String zone,
      @Schema(description = "ISO 4217 code.", example = "USD") String currency,
      @Schema(description = "Today's date in the zone.", example = "2026-11-21") LocalDate today,
      @Schema(description = "Accounts on the books.", example = "12000") long accounts,
      @Schema(description = "Representatives known.", example = "42") long representatives,
      @Schema(description = "Version of the product.", example = "0.1.0") String version,
      @Schema(description = "Whether only approved scenarios are published.", example = "false")
          boolean publicationNeedsApproval) {}

  /** A company's profile to set. */
  @Schema(description = "The company's profile. The currency stays once accounts are there.")
  public record CompanyProfile(
      @NotBlank @Size(max = 120) @Schema(description = "Name.", example = "Northwind Medical")
          String name,
      @NotBlank
          @Schema(description = "IANA time zone of its business days.", example = "America/Chicago")
          String zone,
      @NotBlank
          @Pattern(regexp = "[A-Z]{3}")
          @Schema(description = "ISO 4217 code.", example = "USD")
          String currency,
      @Schema(
              description = "Whether only approved scenarios are published; as it is when absent.",
              example = "true")
          @Nullable Boolean publicationNeedsApproval) {}

  /** Whether the server answers. */
  @Schema(description = "Whether the server answers.")
  public record Health(
      @Schema(description = "UP when the server and its store answer.", example = "UP")
          String status,
      @Schema(description = "Version of the product.", example = "0.1.0") String version) {}
}
