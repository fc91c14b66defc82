package bailiwick.server.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/** A run of characters in a text. Immutable. */
@Schema(description = "A run of characters in a text.")
public record TextSpan(
    @Schema(description = "1 for the first line.", example = "3") int line,
    @Schema(description = "1 for the first character.", example = "14") int column,
    @Schema(description = "Number of characters.", example = "6") int length) {}
