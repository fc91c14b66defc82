package bailiwick.server.problem;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One problem among several: in a report, a job or a failed request. Immutable. */
@Schema(description = "One problem among several.")
public record ProblemItem(
    @Schema(description = "Stable code, see docs/problems.md.", example = "IMPORT_NOT_PLACED")
        String code,
    @Schema(description = "How much it stands in the way.", example = "WARNING") Severity severity,
    @Schema(
            description = "One sentence that names the values.",
            example = "The postcode (6O614) is not in the atlas.")
        String message,
    @Schema(description = "JSON pointer into the request.", example = "/measures/0/tolerance")
        @Nullable String pointer,
    @Schema(description = "File as the user named it.", example = "accounts.csv")
        @Nullable String file,
    @Schema(description = "Sheet of a workbook.", example = "Accounts") @Nullable String sheet,
    @Schema(
            description = "Cell of the sheet; its row alone when all of it is meant.",
            example = "D14")
        @Nullable String cell,
    @Schema(description = "Row of a table or line of a text.", example = "17") @Nullable Long row,
    @Schema(description = "Column of a table.", example = "postcode") @Nullable String column,
    @Schema(description = "Kind of thing concerned.", example = "unit") @Nullable String thing,
    @Schema(description = "Its id or code.", example = "60614") @Nullable String thingId,
    @Schema(description = "What to try next.", example = "Check the postcode in the file.")
        @Nullable String hint) {

  /** The problem as JSON. */
  public static ProblemItem of(Problem problem) {
    Parts parts = Parts.of(problem.place());
    return new ProblemItem(
        problem.code(),
        problem.severity(),
        problem.message(),
        parts.pointer,
        parts.file,
        parts.sheet,
        parts.cell,
        parts.row,
        parts.column,
        parts.thing,
        parts.thingId,
        problem.hint());
  }

  private record Parts(
      @Nullable String pointer,
      @Nullable String file,
      @Nullable String sheet,
      @Nullable String cell,
      @Nullable Long row,
      @Nullable String column,
      @Nullable String thing,
      @Nullable String thingId) {

    static Parts of(Place place) {
      return switch (place) {
        case Place.Whole() -> new Parts(null, null, null, null, null, null, null, null);
        case Place.InFile(String file) -> new Parts(null, file, null, null, null, null, null, null);
        case Place.InTable(String file, long row, String column) ->
            new Parts(null, file, null, null, row, named(column), null, null);
        case Place.InSheet(String file, String sheet, String cell, long row, String column) ->
            new Parts(null, file, sheet, cell, row, named(column), null, null);
        case Place.InText text ->
            new Parts(null, text.file(), null, null, (long) text.line(), null, null, null);
        case Place.InRequest(String pointer) ->
            new Parts(pointer, null, null, null, null, null, null, null);
        case Place.OfThing(String kind, String id) ->
            new Parts(null, null, null, null, null, null, kind, id);
      };
    }

    private static @Nullable String named(String column) {
      return column.isEmpty() ? null : column;
    }
  }
}
