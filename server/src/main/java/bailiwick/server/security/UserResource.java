package bailiwick.server.security;

import static bailiwick.store.user.Role.ADMINISTRATOR;

import bailiwick.server.security.UserWire.NewUser;
import bailiwick.server.security.UserWire.UserChange;
import bailiwick.server.security.UserWire.UserList;
import bailiwick.server.security.UserWire.UserWithSecret;
import bailiwick.store.user.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People who may sign in. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users", description = "People who may sign in.")
public class UserResource {

  private final Users users;

  UserResource(Users users) {
    this.users = users;
  }

  @GetMapping
  @Allowed(ADMINISTRATOR)
  @Operation(operationId = "listUsers", summary = "List the users")
  UserList users() {
    return new UserList(users.list().stream().map(UserWire::of).toList());
  }

  @PostMapping
  @Allowed(ADMINISTRATOR)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createUser", summary = "Make a user with a one-time secret")
  UserWithSecret create(@Valid @RequestBody NewUser user) {
    return users.create(user, Caller.current().username());
  }

  @PatchMapping("/{id}")
  @Allowed(ADMINISTRATOR)
  @Operation(operationId = "changeUser", summary = "Change, stop or reset a user")
  UserWithSecret change(@PathVariable UUID id, @Valid @RequestBody UserChange change) {
    return users.change(new UserId(id), change, Caller.current());
  }
}
