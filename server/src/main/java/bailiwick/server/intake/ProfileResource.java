package bailiwick.server.intake;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.PLANNER;

import bailiwick.intake.mapping.MappingProfile;
import bailiwick.intake.mapping.ReadyProfiles;
import bailiwick.server.intake.ProfileWire.Profile;
import bailiwick.server.intake.ProfileWire.ProfileContent;
import bailiwick.server.intake.ProfileWire.ProfileList;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Profiles of columns. */
@RestController
@RequestMapping("/api/v1/imports/{kind}/profiles")
@Tag(name = "imports", description = "Files of accounts, representatives and figures.")
public class ProfileResource {

  private final MappingProfiles profiles;

  ProfileResource(MappingProfiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(operationId = "listMappingProfiles", summary = "Profiles of a kind of file")
  ProfileList list(@KindOfFile @PathVariable ImportKind kind) {
    String word = MappingProfiles.word(kind);
    return new ProfileList(
        ReadyProfiles.names(word), profiles.saved(word).map(Profile::of).toList());
  }

  @PutMapping("/{name}")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @Operation(
      operationId = "saveMappingProfile",
      summary = "Save a profile, in the place of the one of its name")
  Profile save(
      @KindOfFile @PathVariable ImportKind kind,
      @PathVariable String name,
      @Valid @RequestBody ProfileContent content) {
    MappingProfile profile = content.named(name.strip(), MappingProfiles.word(kind));
    profiles.save(kind, profile, Caller.current().username());
    return Profile.of(profile);
  }

  @DeleteMapping("/{name}")
  @Allowed({ADMINISTRATOR, PLANNER, INTEGRATION})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteMappingProfile", summary = "Delete a saved profile")
  void delete(@KindOfFile @PathVariable ImportKind kind, @PathVariable String name) {
    profiles.delete(kind, name);
  }
}
