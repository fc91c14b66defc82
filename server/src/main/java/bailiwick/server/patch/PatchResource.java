package bailiwick.server.patch;

import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.server.patch.PatchWire.Patch;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own patch. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "me", description = "What a representative owns, and why.")
public class PatchResource {

  private final Patches patches;

  PatchResource(Patches patches) {
    this.patches = patches;
  }

  @GetMapping("/patch")
  @Allowed(REPRESENTATIVE)
  @Operation(
      operationId = "getMyPatch",
      summary = "Show the caller's own territories",
      description =
          "Figures against target, and what came and went with the last publication and why. With"
              + " a day to come it shows what was published for then.")
  Patch patch(
      @Parameter(description = "The day; today when absent.", example = "2027-01-15")
          @RequestParam(required = false)
          @Nullable LocalDate on) {
    return patches.of(Caller.current(), on);
  }
}
