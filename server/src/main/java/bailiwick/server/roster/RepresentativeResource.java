package bailiwick.server.roster;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.server.roster.RepresentativeWire.RepresentativeList;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Representatives. */
@RestController
@RequestMapping("/api/v1/representatives")
@Tag(name = "representatives", description = "People who sell.")
public class RepresentativeResource {

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listRepresentatives", summary = "List the representatives")
  RepresentativeList representatives() {
    throw new UnsupportedOperationException();
  }
}
