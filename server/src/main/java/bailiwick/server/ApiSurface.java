package bailiwick.server;

import bailiwick.server.account.AccountResource;
import bailiwick.server.account.CorrectionResource;
import bailiwick.server.account.MoveResource;
import bailiwick.server.account.OpportunityResource;
import bailiwick.server.account.OwnershipResource;
import bailiwick.server.atlas.AtlasResource;
import bailiwick.server.audit.AuditResource;
import bailiwick.server.circulation.CirculationResource;
import bailiwick.server.company.CompanyResource;
import bailiwick.server.company.HealthResource;
import bailiwick.server.crm.ConnectionResource;
import bailiwick.server.duplicate.DuplicateResource;
import bailiwick.server.exception.CreditResource;
import bailiwick.server.exception.ExceptionResource;
import bailiwick.server.intake.ImportResource;
import bailiwick.server.intake.ProfileResource;
import bailiwick.server.intake.RecordResource;
import bailiwick.server.job.JobResource;
import bailiwick.server.kpi.KpiResource;
import bailiwick.server.market.MarketResource;
import bailiwick.server.metrics.MetricsResource;
import bailiwick.server.patch.PatchResource;
import bailiwick.server.plan.PlanResource;
import bailiwick.server.potential.PotentialResource;
import bailiwick.server.proof.RuleProofResource;
import bailiwick.server.publication.PublicationResource;
import bailiwick.server.quality.QualityResource;
import bailiwick.server.review.ReviewResource;
import bailiwick.server.roster.RepresentativeResource;
import bailiwick.server.route.DecisionResource;
import bailiwick.server.route.ExplainResource;
import bailiwick.server.route.LeadResource;
import bailiwick.server.scenario.DesignResource;
import bailiwick.server.scenario.ScenarioResource;
import bailiwick.server.scenario.ScenarioRulesResource;
import bailiwick.server.security.Allowed;
import bailiwick.server.security.ApiKeyResource;
import bailiwick.server.security.SessionResource;
import bailiwick.server.security.UserResource;
import bailiwick.server.stability.StabilityResource;
import bailiwick.server.standing.StandingResource;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every resource of the API, named here once: nothing is found by scanning. */
@Configuration(proxyBeanMethods = false)
@Import({
  HealthResource.class,
  MetricsResource.class,
  SessionResource.class,
  UserResource.class,
  ApiKeyResource.class,
  CompanyResource.class,
  AuditResource.class,
  ImportResource.class,
  ConnectionResource.class,
  ProfileResource.class,
  RecordResource.class,
  JobResource.class,
  AccountResource.class,
  DuplicateResource.class,
  PotentialResource.class,
  OwnershipResource.class,
  MoveResource.class,
  CorrectionResource.class,
  ExceptionResource.class,
  CreditResource.class,
  StabilityResource.class,
  OpportunityResource.class,
  StandingResource.class,
  RepresentativeResource.class,
  PlanResource.class,
  ScenarioResource.class,
  DesignResource.class,
  ScenarioRulesResource.class,
  CirculationResource.class,
  QualityResource.class,
  ReviewResource.class,
  PublicationResource.class,
  DecisionResource.class,
  ExplainResource.class,
  RuleProofResource.class,
  LeadResource.class,
  KpiResource.class,
  MarketResource.class,
  PatchResource.class,
  AtlasResource.class
})
public class ApiSurface {

  /** The resources, in the order in which the way of a plan meets them. */
  public static final List<Class<?>> RESOURCES =
      List.of(ApiSurface.class.getAnnotation(Import.class).value());

  /** How many operations they have together. */
  public static int operationCount() {
    return (int)
        RESOURCES.stream()
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Allowed.class))
            .count();
  }
}
