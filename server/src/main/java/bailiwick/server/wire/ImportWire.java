package bailiwick.server.wire;

import bailiwick.server.problem.ProblemItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of imports. */
public final class ImportWire {

  private ImportWire() {}

  /** What an import found. */
  @Schema(description = "What an import found: rows = accepted + rejected.")
  public record ImportReport(
      @Schema(description = "Name of the file.", example = "accounts.csv") String file,
      @Schema(description = "Rows of data.", example = "12000") long rows,
      @Schema(description = "Rows that can be loaded.", example = "11994") long accepted,
      @Schema(description = "Rows that cannot.", example = "6") long rejected,
      @Schema(description = "Accepted rows that were repaired.", example = "37") long repaired,
      @Schema(description = "Accepted rows by how exactly they are placed.") Placed placed,
      @Schema(description = "The beginning of the file.") ImportPreview preview,
      @Schema(
              description = "Profile that columns were read by; empty when none was.",
              example = "salesforce-accounts")
          String profile,
      @Schema(description = "Which column feeds which field.") List<MappedColumn> mapping,
      @Schema(description = "What was found; the first 1,000.") List<ProblemItem> problems,
      @Schema(description = "How many problems there are in all.", example = "43")
          long problemCount,
      @Schema(description = "Whether the file could be read to its end.", example = "true")
          boolean complete,
      @Schema(description = "Whether the accepted rows were loaded.", example = "true")
          boolean loaded,
      @Schema(
              description =
                  "What the file changes, told by a dry run and after a load; null for a check and"
                      + " for files of figures.")
          @Nullable ImportChanges changes,
      @Schema(
              description =
                  "The file whose figures this one replaces; null for a check, for accounts and"
                      + " representatives, and when it is the first.")
          @Nullable ReplacedFile replaces) {}

  /** What a file changes of what is known. */
  @Schema(description = "What a file changes; rows are matched by external id.")
  public record ImportChanges(
      @Schema(description = "Rows that are new.", example = "12") long inserted,
      @Schema(description = "Rows of which some value changes.", example = "40") long changed,
      @Schema(description = "Rows that stay as they are.", example = "9000") long unchanged,
      @Schema(
              description =
                  "What is known of the same source and not in the file any more; it is kept.",
              example = "3")
          long disappeared,
      @Schema(description = "Changed rows by field.") List<FieldCount> fields,
      @Schema(
              description =
                  "Some rows of each kind: changed, new, then missing ones, the largest potential"
                      + " first.")
          List<RowChange> sample) {}

  /** How many rows change a field. */
  @Schema(description = "How many rows change a field.")
  public record FieldCount(
      @Schema(description = "Field.", example = "phone") String field,
      @Schema(description = "Rows.", example = "31") long rows) {}

  /** What happens to a row. */
  public enum RowChangeKind {
    /** It is new. */
    NEW,
    /** Some of its values change. */
    CHANGED,
    /** It is not in the file any more. */
    MISSING
  }

  /** What a file does to a row. */
  @Schema(description = "What a file does to a row.")
  public record RowChange(
      @Schema(description = "What happens to it.", example = "CHANGED") RowChangeKind kind,
      @Schema(description = "Id in the system it came from.", example = "A-000123")
          String externalId,
      @Schema(description = "Name.", example = "Lakeview Clinic") String name,
      @Schema(description = "Values that change; empty unless some do.") List<ValueChange> values,
      @Schema(
              description = "When the last file that had it was loaded; null unless it is missing.",
              example = "2026-11-21T09:30:00Z")
          @Nullable Instant lastSeen) {}

  /** A value that changes. */
  @Schema(description = "A value that changes.")
  public record ValueChange(
      @Schema(description = "Field.", example = "phone") String field,
      @Schema(description = "Value now, empty when unknown.", example = "") String before,
      @Schema(description = "Value in the file, empty when blank.", example = "+1 312 555 0142")
          String after) {}

  /** A file whose figures another replaces. */
  @Schema(description = "A file of figures.")
  public record ReplacedFile(
      @Schema(description = "Its name.", example = "deals.csv") String file,
      @Schema(description = "Rows kept of it.", example = "800") long rows,
      @Schema(description = "First day that it does not cover.", example = "2026-10-01")
          LocalDate asOf,
      @Schema(description = "When it was loaded.", example = "2026-11-21T09:30:00Z")
          Instant loadedAt,
      @Schema(description = "Who loaded it.", example = "planner") String loadedBy) {}

  /** The beginning of a file. */
  @Schema(description = "The beginning of a file, as a person would see it.")
  public record ImportPreview(
      @Schema(description = "Sheet that is read; null in a text file.", example = "Accounts")
          @Nullable String sheet,
      @Schema(description = "Sheets of a workbook, in order.", example = "[\"Accounts\"]")
          List<String> sheets,
      @Schema(description = "The columns, in order.") List<PreviewColumn> columns) {}

  /** A column of a file. */
  @Schema(description = "A column of a file with its first values.")
  public record PreviewColumn(
      @Schema(description = "Header in the file.", example = "Zip Code") String name,
      @Schema(description = "First values that are not blank.", example = "[\"60614\"]")
          List<String> samples) {}

  /** What a kind of file can hold. */
  @Schema(description = "What a kind of file can hold.")
  public record ImportFields(
      @Schema(description = "The fields, as the reference page lists them.")
          List<ImportField> items) {}

  /** Something an import can read from a column. */
  @Schema(description = "Something an import can read from a column.")
  public record ImportField(
      @Schema(description = "Name of the field.", example = "postcode") String field,
      @Schema(
              description = "What it means.",
              example = "Postcode or ZIP code; lost zeros in front are put back.")
          String meaning,
      @Schema(description = "Whether the file must have it.", example = "false") boolean needed) {}

  /** Accounts by precision. */
  @Schema(description = "Accepted rows by how exactly they are placed.")
  public record Placed(
      @Schema(description = "By coordinates.", example = "9000") long exact,
      @Schema(description = "At the postcode's point.", example = "2900") long postcode,
      @Schema(description = "At the city's point.", example = "80") long city,
      @Schema(description = "At the region's middle.", example = "10") long region,
      @Schema(description = "At the country's middle.", example = "4") long country,
      @Schema(description = "Nowhere.", example = "0") long none) {}

  /** One column of the mapping. */
  @Schema(description = "A column and the field it feeds.")
  public record MappedColumn(
      @Schema(description = "Field of the product.", example = "postcode") String field,
      @Schema(description = "Header in the file; empty for a constant.", example = "Zip Code")
          String column,
      @Schema(description = "The value every row has; empty when read from a column.", example = "")
          String constant,
      @Schema(description = "How sure the guess is, 0 to 1.", example = "0.9") double confidence,
      @Schema(description = "Whether the request said so.", example = "false") boolean chosen,
      @Schema(
              description =
                  "How its numbers or days are written; empty where none could be read in two"
                      + " ways.",
              example = "decimal comma")
          String habit,
      @Schema(
              description = "What tells the habit: said, its cells, other columns or assumed.",
              example = "its cells")
          String habitBasis) {}
}
