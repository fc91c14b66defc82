package bailiwick.server.wire;

import bailiwick.server.problem.ProblemItem;
import io.swagger.v3.oas.annotations.media.Schema;
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
          boolean loaded) {}

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
