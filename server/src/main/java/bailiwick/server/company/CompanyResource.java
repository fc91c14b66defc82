package bailiwick.server.company;

import static bailiwick.store.user.Role.ADMINISTRATOR;
import static bailiwick.store.user.Role.INTEGRATION;
import static bailiwick.store.user.Role.MANAGER;
import static bailiwick.store.user.Role.PLANNER;
import static bailiwick.store.user.Role.REPRESENTATIVE;

import bailiwick.server.company.CompanyWire.Company;
import bailiwick.server.company.CompanyWire.CompanyProfile;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company of this installation. */
@RestController
@RequestMapping("/api/v1/company")
@Tag(name = "company", description = "The company of this installation.")
public class CompanyResource {

  private final Companies companies;

  CompanyResource(Companies companies) {
    this.companies = companies;
  }

  @GetMapping
  @Allowed({ADMINISTRATOR, PLANNER, MANAGER, REPRESENTATIVE, INTEGRATION})
  @Operation(operationId = "getCompany", summary = "Show the company")
  Company company() {
    return companies.get();
  }

  @PutMapping
  @Allowed(ADMINISTRATOR)
  @Operation(operationId = "setCompany", summary = "Set name, time zone and currency")
  Company set(@Valid @RequestBody CompanyProfile profile) {
    return companies.set(profile, Caller.current().username());
  }
}
