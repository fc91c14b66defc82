package bailiwick.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every failed request answers, after RFC 9457. Immutable. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Problem",
    description = "Why a request failed (RFC 9457, application/problem+json).")
public record ProblemDocument(
    @Schema(
            description = "Names the kind of problem: its code as a URI.",
            example = "urn:bailiwick:problem:STORE_STALE_VERSION")
        String type,
    @Schema(description = "The kind of problem in a few words.", example = "Conflict") String title,
    @Schema(description = "The HTTP status.", example = "409") int status,
    @Schema(
            description = "One sentence that names the values.",
            example = "The scenario stands at version 7, the request names version 6.")
        String detail,
    @Schema(description = "Stable code, see docs/problems.md.", example = "STORE_STALE_VERSION")
        String code,
    @Schema(
            description = "JSON pointer to the offending part of the request.",
            example = "/unitIds/0")
        @Nullable String pointer,
    @Schema(description = "Where it stands in a text.") @Nullable TextSpan span,
    @Schema(description = "Row of a table, 1 is the first below the header.", example = "17")
        @Nullable Long row,
    @Schema(description = "Column of a table.", example = "postcode") @Nullable String column,
    @Schema(
            description = "What to try next.",
            example = "Read the scenario again and repeat the edit.")
        @Nullable String hint,
    @Schema(description = "Every problem found, when there are several.")
        @Nullable List<ProblemItem> problems) {

  /** Media type of the document. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
