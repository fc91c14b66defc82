package bailiwick.server.account;

import bailiwick.core.account.Precision;
import bailiwick.server.published.Explanation;
import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Money;
import bailiwick.store.account.AccountStanding;
import bailiwick.store.ledger.Cause;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of accounts and their ownership. */
@SuppressWarnings("ArrayRecordComponent") // columns on their way out, never compared
public final class AccountWire {

  private AccountWire() {}

  /** A page of accounts. */
  @Schema(description = "A page of accounts.")
  public record AccountPage(
      @Schema(description = "The accounts, by name.") List<AccountRow> items,
      @Schema(description = "Where the next page starts; null on the last.", example = "QWNtZQ")
          @Nullable String nextCursor,
      @Schema(description = "Currency of the amounts.", example = "USD") String currency) {}

  /** An account in a list. */
  @Schema(description = "An account in a list; money in whole currency units.")
  public record AccountRow(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String id,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "City.", example = "Chicago") String city,
      @Schema(description = "State or region.", example = "IL") String region,
      @Schema(description = "Postcode.", example = "60614") String postcode,
      @Schema(description = "Country.", example = "US") String country,
      @Schema(description = "NAICS code, empty when unknown.", example = "621111") String industry,
      @Schema(description = "Segment, empty when none.", example = "mid") String segment,
      @Schema(description = "PROSPECT while only lists of prospects have it.", example = "CUSTOMER")
          AccountStanding standing,
      @Schema(description = "Where it is; null when it could not be placed.")
          @Nullable Coordinates point,
      @Schema(description = "How exactly it is placed.", example = "EXACT") Precision precision,
      @Schema(description = "Money a year that could be sold.", example = "48000") double potential,
      @Schema(description = "Hours of work a year.", example = "12.5") double workload,
      @Schema(description = "Money of the last twelve months.", example = "20500") double sales,
      @Schema(description = "Open opportunities.", example = "9000") double pipeline,
      @Schema(description = "Its owner today; null when none is published.") @Nullable Owner owner,
      @Schema(description = "That its source has it no longer; null while it does.")
          @Nullable Absence absence) {}

  /** That an account is missing from the files of its source. */
  @Schema(description = "That an account is not in the files of its source any more; it is kept.")
  public record Absence(
      @Schema(
              description = "When the last file that had it was loaded.",
              example = "2026-10-01T09:30:00Z")
          Instant lastSeen,
      @Schema(
              description = "When the first file without it was loaded.",
              example = "2026-11-21T09:30:00Z")
          Instant since) {}

  /** Territory and person. */
  @Schema(description = "The territory that owns it and who serves that territory.")
  public record Owner(
      @Schema(description = "Code of the territory.", example = "T07") String territoryCode,
      @Schema(description = "Name of the territory.", example = "Chicago North")
          String territoryName,
      @Schema(
              description = "The representative; null when the seat is vacant.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b11")
          @Nullable String representativeId,
      @Schema(description = "Name of the representative.", example = "Dana Whitfield")
          @Nullable String representativeName) {}

  /** A postal address. */
  @Schema(description = "A postal address; unknown parts are empty.")
  public record AddressParts(
      @Size(max = 200) @Schema(description = "Street.", example = "2401 N Clark St")
          @Nullable String street,
      @Size(max = 120) @Schema(description = "City.", example = "Chicago") @Nullable String city,
      @Size(max = 120) @Schema(description = "State or region.", example = "IL")
          @Nullable String region,
      @Size(max = 20) @Schema(description = "Postcode.", example = "60614")
          @Nullable String postcode,
      @Size(max = 60)
          @Schema(
              description = "Country, ISO code or name; the plan's when absent.",
              example = "US")
          @Nullable String country) {}

  /** An account. */
  @Schema(description = "An account.")
  public record AccountView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String id,
      @Schema(description = "Version; also the ETag.", example = "3") long version,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Address as cleaned.") AddressParts address,
      @Schema(description = "Where it is; null when it could not be placed.")
          @Nullable Coordinates point,
      @Schema(description = "How exactly it is placed.", example = "EXACT") Precision precision,
      @Schema(
              description = "Path in the geography tree, empty when unknown.",
              example = "US/IL/17031/60614")
          String area,
      @Schema(description = "NAICS code, empty when unknown.", example = "621111") String industry,
      @Schema(description = "Name of the industry.", example = "Offices of Physicians")
          @Nullable String industryName,
      @Schema(description = "Number of people.", example = "85") @Nullable Long employees,
      @Schema(description = "Revenue a year.") @Nullable Money annualRevenue,
      @Schema(description = "Segment, empty when none.", example = "mid") String segment,
      @Schema(description = "Product line, empty when unknown.", example = "imaging")
          String product,
      @Schema(description = "Tags, in order.", example = "[\"strategic\"]") List<String> tags,
      @Schema(description = "Values of your own fields by name.", example = "{\"tier\":\"gold\"}")
          Map<String, String> fields,
      @Schema(description = "PROSPECT while only lists of prospects have it.", example = "CUSTOMER")
          AccountStanding standing,
      @Schema(
              description = "Web address or domain as written, empty when unknown.",
              example = "www.lakeview-clinic.com")
          String website,
      @Schema(
              description = "Telephone number as written, empty when unknown.",
              example = "+1 312 555 0142")
          String phone,
      @Schema(
              description =
                  "The account that it belongs to as its file names it, by external id or name;"
                      + " empty when none.",
              example = "A-000007")
          String parent,
      @Schema(description = "Money a year that could be sold.") Money potential,
      @Schema(description = "Hours of work a year.", example = "12.5") double workload,
      @Schema(description = "Money of the last twelve months.") Money sales,
      @Schema(description = "Open opportunities.") Money pipeline,
      @Schema(description = "Owner today, with the reason; null when none is published.")
          @Nullable Ownership ownership,
      @Schema(description = "That its source has it no longer; null while it does.")
          @Nullable Absence absence,
      @Schema(description = "Who stands above it and who names it as parent.") FamilyView family,
      @Schema(description = "Accounts that were merged into it.") List<MergedView> merged,
      @Schema(
              description = "What was repaired in the address on saving.",
              example = "[\"The postcode (60614-1234) was shortened to 60614.\"]")
          List<String> repairs) {}

  /** Whom an account names as parent, and who names it. */
  @Schema(description = "Whom an account names as parent, and who names it.")
  public record FamilyView(
      @Schema(description = "Its parent; null when it names none that is known.")
          @Nullable RelativeView parent,
      @Schema(description = "Those that name it, by name; the first 50.")
          List<RelativeView> children,
      @Schema(description = "How many name it.", example = "3") long childCount) {}

  /** An account of the family. */
  @Schema(description = "An account of the family.")
  public record RelativeView(
      @Schema(description = "Identity.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String id,
      @Schema(description = "Id in the system it came from.", example = "A-000007")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Group") String name) {}

  /** An account that was merged into another. */
  @Schema(description = "An account that was merged into another.")
  public record MergedView(
      @Schema(description = "Id in the system it came from; it stays known.", example = "A-000124")
          String externalId,
      @Schema(description = "Name.", example = "Lake View Clinic Inc") String name,
      @Schema(
              description = "The pair that was decided; undoing it brings the account back.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b70")
          String pairId,
      @Schema(description = "When it was merged.", example = "2026-11-21T09:30:00Z") Instant at,
      @Schema(description = "Who merged it.", example = "planner") String who) {}

  /** An account to make. */
  @Schema(
      description =
          "An account to make; it is placed on the map and decided by the published rules.")
  public record NewAccount(
      @NotBlank
          @Size(max = 120)
          @Schema(description = "Id in the system it comes from.", example = "A-900001")
          String externalId,
      @NotBlank @Size(max = 200) @Schema(description = "Name.", example = "Lincoln Park Imaging")
          String name,
      @Valid @Schema(description = "Address.") @Nullable AddressParts address,
      @Valid @Schema(description = "Coordinates, if known.") @Nullable Coordinates point,
      @Size(max = 6) @Schema(description = "NAICS code.", example = "621512")
          @Nullable String industry,
      @PositiveOrZero @Schema(description = "Number of people.", example = "40")
          @Nullable Long employees,
      @PositiveOrZero
          @Schema(description = "Revenue a year, whole currency units.", example = "5200000")
          @Nullable Double annualRevenue,
      @Size(max = 60) @Schema(description = "Segment.", example = "small") @Nullable String segment,
      @Size(max = 120) @Schema(description = "Product line.", example = "imaging")
          @Nullable String product,
      @Size(max = 100) @Schema(description = "Tags.", example = "[\"strategic\"]")
          @Nullable List<@NotBlank @Size(max = 60) String> tags,
      @Size(max = 100)
          @Schema(
              description = "Values of your own fields by name.",
              example = "{\"tier\":\"gold\"}")
          @Nullable Map<@NotBlank @Size(max = 60) String, @Nullable @Size(max = 200) String> fields,
      @PositiveOrZero @Schema(description = "Money a year that could be sold.", example = "36000")
          @Nullable Double potential,
      @PositiveOrZero @Schema(description = "Hours of work a year.", example = "10")
          @Nullable Double workload,
      @Schema(description = "Money of the last twelve months.", example = "0")
          @Nullable Double sales,
      @PositiveOrZero @Schema(description = "Open opportunities.", example = "4000")
          @Nullable Double pipeline,
      @Size(max = 300) @Schema(description = "Web address or domain.", example = "lpimaging.com")
          @Nullable String website,
      @Size(max = 60) @Schema(description = "Telephone number.", example = "+1 312 555 0177")
          @Nullable String phone,
      @Size(max = 200)
          @Schema(
              description = "The account that it belongs to, by external id or name.",
              example = "A-000007")
          @Nullable String parent) {

    /** What it says of traits. */
    GivenTraits traits() {
      return new GivenTraits(product, tags, fields);
    }
  }

  /** What to change about an account. */
  @Schema(description = "What to change about an account; absent parts stay as they are.")
  public record AccountChange(
      @Size(min = 1, max = 200) @Schema(description = "Name.", example = "Lincoln Park Imaging")
          @Nullable String name,
      @Valid @Schema(description = "Address; places the account anew.")
          @Nullable AddressParts address,
      @Valid @Schema(description = "Coordinates; place the account anew.")
          @Nullable Coordinates point,
      @Size(max = 6) @Schema(description = "NAICS code.", example = "621512")
          @Nullable String industry,
      @PositiveOrZero @Schema(description = "Number of people.", example = "44")
          @Nullable Long employees,
      @PositiveOrZero
          @Schema(description = "Revenue a year, whole currency units.", example = "5200000")
          @Nullable Double annualRevenue,
      @Size(max = 60) @Schema(description = "Segment.", example = "small") @Nullable String segment,
      @Size(max = 120) @Schema(description = "Product line.", example = "imaging")
          @Nullable String product,
      @Size(max = 100)
          @Schema(
              description = "Tags, in the place of those that it has.",
              example = "[\"strategic\"]")
          @Nullable List<@NotBlank @Size(max = 60) String> tags,
      @Size(max = 100)
          @Schema(
              description =
                  "Values of your own fields by name; null or empty makes one unknown, others stay.",
              example = "{\"tier\":\"gold\"}")
          @Nullable Map<@NotBlank @Size(max = 60) String, @Nullable @Size(max = 200) String> fields,
      @PositiveOrZero @Schema(description = "Money a year that could be sold.", example = "36000")
          @Nullable Double potential,
      @PositiveOrZero @Schema(description = "Hours of work a year.", example = "10")
          @Nullable Double workload,
      @Schema(description = "Money of the last twelve months.", example = "0")
          @Nullable Double sales,
      @PositiveOrZero @Schema(description = "Open opportunities.", example = "4000")
          @Nullable Double pipeline,
      @Size(max = 300) @Schema(description = "Web address or domain.", example = "lpimaging.com")
          @Nullable String website,
      @Size(max = 60) @Schema(description = "Telephone number.", example = "+1 312 555 0177")
          @Nullable String phone,
      @Size(max = 200)
          @Schema(
              description = "The account that it belongs to, by external id or name.",
              example = "A-000007")
          @Nullable String parent) {

    /** What it says of traits. */
    GivenTraits traits() {
      return new GivenTraits(product, tags, fields);
    }

    /** The same with potential and workload left as they are. */
    AccountChange withoutFigures() {
      return new AccountChange(
          name,
          address,
          point,
          industry,
          employees,
          annualRevenue,
          segment,
          product,
          tags,
          fields,
          null,
          null,
          sales,
          pipeline,
          website,
          phone,
          parent);
    }
  }

  /** Owner of a day. */
  @Schema(description = "Who owned an account on a day, as known at an instant.")
  public record Ownership(
      @Schema(description = "The account.", example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30")
          String accountId,
      @Schema(description = "The day asked about.", example = "2026-11-21") LocalDate on,
      @Schema(description = "The owner; null when there was none.") @Nullable Owner owner,
      @Schema(
              description = "Why, in one sentence.",
              example = "Its postcode 60614 belongs to T07 Chicago North.")
          String reason,
      @Schema(description = "First day of this ownership.", example = "2026-01-01")
          @Nullable LocalDate validFrom,
      @Schema(description = "First day after it; null when open.", example = "2027-01-01")
          @Nullable LocalDate validTo,
      @Schema(description = "When it was written down.", example = "2026-11-21T09:30:00Z")
          @Nullable Instant recordedAt,
      @Schema(
              description = "The publication that decided it.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          @Nullable String publicationId,
      @Schema(
              description =
                  "Which rule gives it to this owner, asked of the rules of that day with the"
                      + " account as it is now; null when they would decide otherwise, as after"
                      + " corrections by hand.")
          @Nullable Explanation explanation) {}

  /** History of an account. */
  @Schema(description = "Every ledger row of an account, newest knowledge first.")
  public record AccountHistory(@Schema(description = "The rows.") List<HistoryRow> items) {}

  /** A row of the ledger. */
  @Schema(description = "A row of the ledger.")
  public record HistoryRow(
      @Schema(
              description =
                  "External id of the account merged into it that the row is of; null for its own.",
              example = "A-000124")
          @Nullable String mergedExternalId,
      @Schema(description = "The owner it names.") Owner owner,
      @Schema(description = "First day.", example = "2026-01-01") LocalDate validFrom,
      @Schema(description = "First day after; null when open.", example = "2027-01-01")
          @Nullable LocalDate validTo,
      @Schema(description = "When it was written down.", example = "2026-11-21T09:30:00Z")
          Instant recordedAt,
      @Schema(
              description = "When it was replaced; null while it counts.",
              example = "2026-12-01T09:30:00Z")
          @Nullable Instant supersededAt,
      @Schema(description = "Why, in one sentence.", example = "Its postcode 60614 belongs to T07.")
          String reason,
      @Schema(
              description = "The publication that decided it.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          @Nullable String publicationId,
      @Schema(
              description =
                  "Name of the rule that decided it when it came in, or when its move was made;"
                      + " null for others.",
              example = "T07-areas")
          @Nullable String rule,
      @Schema(description = "Kind of the act that first stated it.", example = "PUBLICATION")
          Cause cause,
      @Schema(description = "Who did it.", example = "maria") String who) {}

  /** Who had an account when. */
  @Schema(
      description =
          "Who had an account when, as known at an instant. Days on which nobody had it are in none"
              + " of the spans.")
  public record AccountTimeline(
      @Schema(description = "Who has it, in the order of the days.") List<OwnerSpan> owners,
      @Schema(
              description =
                  "On the days of exceptions, whom it would belong to without; in the order of the"
                      + " days.")
          List<OwnerSpan> beneath) {}

  /** A while with one owner. */
  @Schema(description = "A while in which an account had one owner.")
  public record OwnerSpan(
      @Schema(description = "The territory, and who served it then.") Owner owner,
      @Schema(description = "First day.", example = "2026-01-01") LocalDate validFrom,
      @Schema(description = "First day after; null when open.", example = "2027-01-01")
          @Nullable LocalDate validTo,
      @Schema(description = "When it was written down.", example = "2026-11-21T09:30:00Z")
          Instant recordedAt,
      @Schema(description = "Kind of the act that first stated it.", example = "EXCEPTION")
          Cause cause,
      @Schema(description = "Who did it.", example = "maria") String who,
      @Schema(description = "Why, in one sentence.", example = "Knows the chief executive.")
          String reason,
      @Schema(
              description = "The publication that decided it; null for others.",
              example = "019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b40")
          @Nullable String publicationId,
      @Schema(description = "That it was gone and came back; null for all others.")
          @Nullable BroughtBack broughtBack) {}

  /** That a while came back. */
  @Schema(description = "That a later act was taken back, and this came back.")
  public record BroughtBack(
      @Schema(description = "Who took it back.", example = "maria") String who,
      @Schema(description = "Why.", example = "The numbers were wrong.") String reason) {}

  /** Accounts as columns for the map. */
  @Schema(
      description =
          "Accounts that are on the map, as columns of equal length; money in whole currency units.")
  public record AccountPoints(
      @Schema(description = "Currency of the amounts.", example = "USD") String currency,
      @Schema(description = "Identities.", example = "[\"019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b30\"]")
          List<String> ids,
      @Schema(description = "Names.", example = "[\"Lakeview Clinic\"]") List<String> names,
      @Schema(description = "Degrees east.", example = "[-87.6521]") double[] lon,
      @Schema(description = "Degrees north.", example = "[41.9227]") double[] lat,
      @Schema(description = "Money a year that could be sold.", example = "[48000]")
          double[] potential) {}
}
