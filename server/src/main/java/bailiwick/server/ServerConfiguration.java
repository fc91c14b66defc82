package bailiwick.server;

import bailiwick.server.account.AccountBooks;
import bailiwick.server.account.AccountPlacing;
import bailiwick.server.account.Accounts;
import bailiwick.server.account.Corrections;
import bailiwick.server.account.Moves;
import bailiwick.server.account.Opportunities;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.account.OwnerHistory;
import bailiwick.server.account.Ownership;
import bailiwick.server.account.OwnershipTable;
import bailiwick.server.atlas.PlanUnits;
import bailiwick.server.audit.Audits;
import bailiwick.server.circulation.Circulations;
import bailiwick.server.company.Companies;
import bailiwick.server.company.Today;
import bailiwick.server.crm.Connections;
import bailiwick.server.crm.CrmClients;
import bailiwick.server.crm.CrmJobs;
import bailiwick.server.crm.Pulling;
import bailiwick.server.crm.Pushing;
import bailiwick.server.demo.DemoLoader;
import bailiwick.server.duplicate.DuplicateFinder;
import bailiwick.server.duplicate.Duplicates;
import bailiwick.server.exception.Credits;
import bailiwick.server.exception.ExceptionProposals;
import bailiwick.server.exception.Exceptions;
import bailiwick.server.intake.FileLoader;
import bailiwick.server.intake.Imports;
import bailiwick.server.intake.MappingProfiles;
import bailiwick.server.intake.RecordLists;
import bailiwick.server.job.Jobs;
import bailiwick.server.kpi.Kpis;
import bailiwick.server.market.Markets;
import bailiwick.server.metrics.Metrics;
import bailiwick.server.patch.Patches;
import bailiwick.server.plan.Plans;
import bailiwick.server.potential.Potentials;
import bailiwick.server.problem.ErrorResource;
import bailiwick.server.problem.ProblemAdvice;
import bailiwick.server.proof.RuleProofs;
import bailiwick.server.publication.Publications;
import bailiwick.server.published.PublishedRouters;
import bailiwick.server.published.PublishedScenarios;
import bailiwick.server.quality.QualityReports;
import bailiwick.server.review.Reviews;
import bailiwick.server.roster.Roster;
import bailiwick.server.route.Decider;
import bailiwick.server.route.Explainer;
import bailiwick.server.route.Leads;
import bailiwick.server.scenario.DesignReplays;
import bailiwick.server.scenario.DesignRuns;
import bailiwick.server.scenario.Designs;
import bailiwick.server.scenario.ReasonBook;
import bailiwick.server.scenario.ScenarioExport;
import bailiwick.server.scenario.ScenarioMoves;
import bailiwick.server.scenario.ScenarioProofs;
import bailiwick.server.scenario.ScenarioWrittenRules;
import bailiwick.server.scenario.Scenarios;
import bailiwick.server.scenario.SettledAccounts;
import bailiwick.server.scenario.TradeOffs;
import bailiwick.server.scenario.Workspaces;
import bailiwick.server.security.SecurityConfiguration;
import bailiwick.server.standing.StandingCheck;
import bailiwick.server.standing.Standings;
import bailiwick.server.web.BodyLimit;
import bailiwick.server.web.WebConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The parts of the server, each named: nothing is found by scanning, which keeps the start short.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  ValidationAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({
  SecurityConfiguration.class,
  WebConfiguration.class,
  BodyLimit.class,
  ProblemAdvice.class,
  ErrorResource.class,
  ApiSurface.class,
  Today.class,
  Companies.class,
  Audits.class,
  Metrics.class,
  Roster.class,
  Jobs.class,
  AccountBooks.class,
  AccountPlacing.class,
  OwnerBook.class,
  PublishedRouters.class,
  PublishedScenarios.class,
  Opportunities.class,
  Ownership.class,
  OwnerHistory.class,
  Moves.class,
  Corrections.class,
  Exceptions.class,
  ExceptionProposals.class,
  Credits.class,
  StandingCheck.class,
  Standings.class,
  Potentials.class,
  Accounts.class,
  OwnershipTable.class,
  MappingProfiles.class,
  Duplicates.class,
  DuplicateFinder.class,
  FileLoader.class,
  RecordLists.class,
  Markets.class,
  Imports.class,
  CrmClients.class,
  Connections.class,
  Pulling.class,
  Pushing.class,
  CrmJobs.class,
  PlanUnits.class,
  Plans.class,
  ScenarioProofs.class,
  Workspaces.class,
  ScenarioWrittenRules.class,
  Scenarios.class,
  ScenarioMoves.class,
  ScenarioExport.class,
  DesignRuns.class,
  Designs.class,
  DesignReplays.class,
  TradeOffs.class,
  ReasonBook.class,
  SettledAccounts.class,
  Circulations.class,
  QualityReports.class,
  Reviews.class,
  Publications.class,
  RuleProofs.class,
  Decider.class,
  Explainer.class,
  Leads.class,
  Kpis.class,
  Patches.class,
  DemoLoader.class
})
class ServerConfiguration {}
