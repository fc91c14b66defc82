package bailiwick.server.security;

import static bailiwick.store.user.Role.ADMINISTRATOR;

import bailiwick.server.security.UserWire.ApiKeyList;
import bailiwick.server.security.UserWire.ApiKeyWithSecret;
import bailiwick.server.security.UserWire.NewApiKey;
import bailiwick.store.user.ApiKeyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of machines. */
@RestController
@RequestMapping("/api/v1/api-keys")
@Tag(name = "api-keys", description = "Keys of machines.")
public class ApiKeyResource {

  private final ApiKeys keys;

  ApiKeyResource(ApiKeys keys) {
    this.keys = keys;
  }

  @GetMapping
  @Allowed(ADMINISTRATOR)
  @Operation(operationId = "listApiKeys", summary = "List the API keys")
  ApiKeyList keys() {
    return keys.list();
  }

  @PostMapping
  @Allowed(ADMINISTRATOR)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createApiKey", summary = "Make an API key, its secret shown once")
  ApiKeyWithSecret create(@Valid @RequestBody NewApiKey key) {
    return keys.create(key.name(), Caller.current().username());
  }

  @DeleteMapping("/{id}")
  @Allowed(ADMINISTRATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteApiKey", summary = "Withdraw an API key at once")
  void delete(@PathVariable UUID id) {
    keys.revoke(new ApiKeyId(id), Caller.current().username());
  }
}
