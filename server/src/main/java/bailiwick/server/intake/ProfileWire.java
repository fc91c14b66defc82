package bailiwick.server.intake;

import bailiwick.intake.mapping.MappingProfile;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON of profiles. */
final class ProfileWire {

  private ProfileWire() {}

  @Schema(name = "ColumnProfiles", description = "Profiles of a kind of file.")
  record ProfileList(
      @Schema(
              description =
                  "Names of those that come with the product and are recognised by the"
                      + " header, such as a CRM's export.",
              example = "[\"salesforce-accounts\"]")
          List<String> ready,
      @Schema(description = "Those that people saved, by name.") List<Profile> saved) {}

  @Schema(name = "ColumnProfile", description = "How the columns of files are read, under a name.")
  record Profile(
      @Schema(description = "Name.", example = "ERP customers") String name,
      @Schema(description = "Kind of file.", example = "accounts") String kind,
      @Schema(
              description = "Field to column header; blank for a field that is read from none.",
              example = "{\"postcode\":\"Zip Code\"}")
          Map<String, String> columns,
      @Schema(description = "Values that every row has.", example = "[\"country=US\"]")
          List<String> set,
      @Schema(description = "Rows to read.", example = "[\"STATUS=OPEN\"]") List<String> where,
      @Schema(description = "Further measures.", example = "[\"beds=BEDS\"]") List<String> measure,
      @Schema(description = "How blank amounts are filled.", example = "[\"workload=median\"]")
          List<String> impute,
      @Schema(description = "Decimal mark; empty to learn it.", example = "comma") String decimal,
      @Schema(description = "Order of days; empty to learn it.", example = "day-first")
          String days) {

    static Profile of(MappingProfile profile) {
      return new Profile(
          profile.name(),
          profile.kind(),
          profile.columns(),
          profile.set(),
          profile.where(),
          profile.measure(),
          profile.impute(),
          profile.decimal(),
          profile.days());
    }
  }

  @Schema(
      name = "ColumnProfileContent",
      description = "What a profile shall say; what it leaves out is found out in each file.")
  record ProfileContent(
      @Schema(
              description = "Field to column header; blank for a field that is read from none.",
              example = "{\"postcode\":\"Zip Code\"}")
          @NotNull
          Map<String, @NotNull String> columns,
      @Schema(description = "Values that every row has.", example = "[\"country=US\"]")
          @Nullable List<@NotNull String> set,
      @Schema(description = "Rows to read.", example = "[\"STATUS=OPEN\"]")
          @Nullable List<@NotNull String> where,
      @Schema(description = "Further measures.", example = "[\"beds=BEDS\"]")
          @Nullable List<@NotNull String> measure,
      @Schema(description = "How blank amounts are filled.", example = "[\"workload=median\"]")
          @Nullable List<@NotNull String> impute,
      @Schema(description = "Decimal mark.", example = "comma") @Nullable String decimal,
      @Schema(description = "Order of days.", example = "day-first") @Nullable String days) {

    MappingProfile named(String name, String kind) {
      return new MappingProfile(
          name,
          kind,
          columns,
          Objects.requireNonNullElse(set, List.of()),
          Objects.requireNonNullElse(where, List.of()),
          Objects.requireNonNullElse(measure, List.of()),
          Objects.requireNonNullElse(impute, List.of()),
          Objects.requireNonNullElse(decimal, ""),
          Objects.requireNonNullElse(days, ""));
    }
  }
}
