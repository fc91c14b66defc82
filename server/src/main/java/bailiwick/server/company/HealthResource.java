package bailiwick.server.company;

import bailiwick.server.company.CompanyWire.Health;
import bailiwick.server.security.Allowed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anyone may ask: is the server up, and what does it offer. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "server", description = "Open to anyone: health and this document.")
public class HealthResource {

  private final Companies companies;

  HealthResource(Companies companies) {
    this.companies = companies;
  }

  @GetMapping("/health")
  @Allowed(anyone = true)
  @Operation(operationId = "getHealth", summary = "Tell whether the server answers")
  Health health() {
    return companies.health();
  }

  @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allowed(anyone = true)
  @Operation(operationId = "getOpenApi", summary = "This document")
  Resource openApi() {
    return new ClassPathResource("openapi/bailiwick-v1.json");
  }
}
