package bailiwick.server.scenario;

import bailiwick.core.account.Account;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.intake.export.AssignmentExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.roster.Roster;
import bailiwick.store.Store;
import bailiwick.store.account.StoredAccount;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioTerritory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Writes a scenario as a table: its accounts, or its units, with their territories. */
public class ScenarioExport {

  private final Store store;
  private final Workspaces workspaces;
  private final Roster roster;

  /** Exports of a store's scenarios. */
  public ScenarioExport(Store store, Workspaces workspaces, Roster roster) {
    this.store = store;
    this.workspaces = workspaces;
    this.roster = roster;
  }

  ResponseEntity<StreamingResponseBody> file(ScenarioId id, String format, String rows) {
    if (!format.equals("csv")) {
      throw ProblemException.of(new ServerProblem.Parameter("format", "must be csv"));
    }
    if (!rows.equals("accounts") && !rows.equals("units")) {
      throw ProblemException.of(new ServerProblem.Parameter("rows", "must be accounts or units"));
    }
    AccountTerritories territories = workspaces.territories(id);
    StreamingResponseBody body =
        out -> {
          if (rows.equals("units")) {
            writeUnits(id, territories, out);
          } else {
            writeAccounts(id, territories, out);
          }
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(rows + ".csv").build().toString())
        .body(body);
  }

  private void writeUnits(ScenarioId id, AccountTerritories territories, OutputStream out)
      throws IOException {
    var numbering = store.plans().units(store.scenarios().get(id).plan());
    try (CsvTable table = AssignmentExport.units(writer(out))) {
      for (int unit = 0; unit < territories.unitCount(); unit++) {
        UnitId name = numbering.id(unit);
        int territory = territories.ofUnit(unit);
        AssignmentExport.unit(
            table, name, territory < 0 ? "" : territories.codes().get(territory).value());
      }
    }
  }

  private void writeAccounts(ScenarioId id, AccountTerritories territories, OutputStream out)
      throws IOException {
    var scenario = store.scenarios().get(id);
    boolean counties = store.plans().get(scenario.plan()).unitKind() == UnitKind.COUNTY;
    try (CsvTable table = AssignmentExport.accounts(writer(out))) {
      store
          .accounts()
          .forEach(stored -> {
            OptionalInt number = territories.book().findNumber(stored.account().id());
            int territory = number.isEmpty() ? -1 : territories.ofAccount(number.getAsInt());
            write(
                table,
                stored,
                counties,
                territory < 0 ? null : scenario.territories().get(territory));
          });
    }
  }

  private void write(
      CsvTable table,
      StoredAccount stored,
      boolean counties,
      @Nullable ScenarioTerritory territory) {
    Account account = stored.account();
    String person = territory == null ? null : roster.name(territory.representative());
    try {
      AssignmentExport.account(
          table,
          account,
          counties ? stored.units().countyUnit() : stored.units().postcodeUnit(),
          territory == null ? "" : territory.code().value(),
          territory == null ? "" : territory.name(),
          person == null ? "" : person);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static BufferedWriter writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
