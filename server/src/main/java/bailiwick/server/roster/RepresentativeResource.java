package bailiwick.server.roster;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.core.roster.Representative;
import bailiwick.server.roster.RepresentativeWire.RepresentativeList;
import bailiwick.server.roster.RepresentativeWire.RepresentativeView;
import bailiwick.server.security.Allowed;
import bailiwick.server.wire.Coordinates;
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

  private final Roster roster;

  RepresentativeResource(Roster roster) {
    this.roster = roster;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, INTEGRATION})
  @Operation(operationId = "listRepresentatives", summary = "List the representatives")
  RepresentativeList representatives() {
    return new RepresentativeList(roster.all().stream().map(RepresentativeResource::view).toList());
  }

  private static RepresentativeView view(Representative person) {
    return new RepresentativeView(
        person.id().toString(),
        person.externalId(),
        person.name(),
        person.email(),
        Coordinates.of(person.home()),
        person.skills(),
        person.startedOn(),
        person.leftOn(),
        person.rampShare(),
        person.quotaCents() / 100.0);
  }
}
