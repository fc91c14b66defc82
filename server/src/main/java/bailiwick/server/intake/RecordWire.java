package bailiwick.server.intake;

import bailiwick.server.wire.Coordinates;
import bailiwick.server.wire.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of what files told beside accounts, people and figures. */
final class RecordWire {

  private RecordWire() {}

  @Schema(description = "The last file of each kind.")
  record DeliveryList(@Schema(description = "Newest first.") List<DeliveryRow> items) {}

  @Schema(description = "A file that was loaded and is in force.")
  record DeliveryRow(
      @Schema(description = "What the file holds.", example = "products") String kind,
      @Schema(description = "System that its ids belong to.", example = "file") String source,
      @Schema(description = "Name of the file.", example = "products.csv") String file,
      @Schema(description = "First day that it does not cover any more.", example = "2026-10-01")
          LocalDate asOf,
      @Schema(description = "Records kept.", example = "7") long rows,
      @Schema(description = "When it was loaded.", example = "2026-10-01T08:00:00Z")
          Instant loadedAt,
      @Schema(description = "Who loaded it.", example = "ada") String loadedBy) {}

  @Schema(description = "What files told of an account beside its figures.")
  record AccountRecords(
      @Schema(description = "People there, by name.") List<Contact> contacts,
      @Schema(description = "Its places, by name.") List<Site> sites,
      @Schema(description = "Who had it by other systems' accounts, the earliest first.")
          List<Assignment> assignments,
      @Schema(description = "Who was in touch with it, by person and kind; the latest first.")
          List<Touch> touches,
      @Schema(description = "What its owner of today worked in all, by kind; the most first.")
          List<Worked> ownerTime) {}

  @Schema(description = "How often somebody was in touch with an account in one way.")
  record Touch(
      @Schema(description = "Who; null when the file names nobody known.", example = "Ada Byron")
          @Nullable String representative,
      @Schema(description = "How; empty when unknown.", example = "visit") String kind,
      @Schema(description = "How often.", example = "14") long number,
      @Schema(description = "Day of the last time.", example = "2026-10-01") LocalDate last) {}

  @Schema(description = "Working time of one kind, on all accounts together.")
  record Worked(
      @Schema(description = "What it went to; empty when unknown.", example = "customer visit")
          String kind,
      @Schema(description = "Hours.", example = "412.5") double hours,
      @Schema(description = "First day of it.", example = "2026-01-05") LocalDate from,
      @Schema(description = "Last day of it.", example = "2026-10-30") LocalDate last) {}

  @Schema(description = "A person at an account.")
  record Contact(
      @Schema(description = "Id in the file.", example = "C17") String externalId,
      @Schema(description = "Name.", example = "Ana Trujillo") String name,
      @Schema(description = "Position; empty when unknown.", example = "Owner") String title,
      @Schema(description = "Mail address; empty when unknown.", example = "ana@example.com")
          String email,
      @Schema(description = "Telephone number; empty when unknown.", example = "(5) 555-4729")
          String phone) {}

  @Schema(description = "A place of an account.")
  record Site(
      @Schema(description = "Id in the file.", example = "S1") String externalId,
      @Schema(description = "Name; empty when unknown.", example = "Plant 2") String name,
      @Schema(description = "Such as headquarters; empty when unknown.", example = "warehouse")
          String kind,
      @Schema(
              description = "Street, city, region, postcode, country in one line.",
              example = "1 Main Street, Chicago, IL, 60614, US")
          String address,
      @Schema(description = "Where it is; null when unknown.") @Nullable Coordinates point,
      @Schema(description = "How exactly it is placed.", example = "POSTCODE") String placed) {}

  @Schema(description = "Who had what by another system's account.")
  record Assignment(
      @Schema(
              description = "Postcode or county; empty when it is about an account or a territory.",
              example = "60614")
          String unit,
      @Schema(description = "Territory; empty when none is named.", example = "T07")
          String territory,
      @Schema(
              description = "Representative as the file has it; empty when none is named.",
              example = "275")
          String owner,
      @Schema(description = "Who that is; null when unknown.", example = "Ada Byron")
          @Nullable String representative,
      @Schema(description = "First day; null for ever since.", example = "2025-01-01")
          @Nullable LocalDate from,
      @Schema(description = "First day no longer; null while it lasts.", example = "2026-01-01")
          @Nullable LocalDate until) {}

  @Schema(description = "Territories of other systems.")
  record TerritoryListing(
      @Schema(description = "By code.") List<ListedTerritory> territories,
      @Schema(description = "Who has units and territories, by unit, territory and day.")
          List<Assignment> assignments) {}

  @Schema(description = "A territory of another system.")
  record ListedTerritory(
      @Schema(description = "Code.", example = "4") String code,
      @Schema(description = "Name.", example = "Southwest") String name,
      @Schema(description = "The one above; empty when none.", example = "North America")
          String parent) {}

  @Schema(description = "What is sold.")
  record ProductList(@Schema(description = "By name.") List<ProductRow> items) {}

  @Schema(description = "Something that is sold.")
  record ProductRow(
      @Schema(description = "Id in the file.", example = "GTX Pro") String externalId,
      @Schema(description = "Name.", example = "GTX Pro") String name,
      @Schema(description = "Product line; empty when unknown.", example = "GTX") String family,
      @Schema(description = "List price; null when unknown.") @Nullable Money price) {}
}
