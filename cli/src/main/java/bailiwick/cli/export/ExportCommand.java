package bailiwick.cli.export;

import bailiwick.atlas.Atlas;
import bailiwick.cli.atlas.KnownCountry;
import bailiwick.cli.client.ServerClient;
import bailiwick.cli.client.ServerOption;
import bailiwick.cli.client.ServerPlans;
import bailiwick.cli.design.DesignFolder;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.core.alignment.Alignment;
import bailiwick.geo.exchange.GeoJson;
import bailiwick.intake.crm.CrmFile;
import bailiwick.intake.export.AssignmentExport;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Writes a design for other programs. */
@Command(
    name = "export",
    description = {
      "Write a design for other programs: units and territories as CSV, or the territories'",
      "shapes as GeoJSON. Cells that a spreadsheet would take for a formula are made safe."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick export plan --to territories.geojson",
      "  bailiwick export plan --to units.csv",
      "  bailiwick export --server http://127.0.0.1:8080 --scenario Proposed --to accounts.csv",
      "  bailiwick export --server http://127.0.0.1:8080 --rows owners --on 2027-01-15 --to"
          + " owners.csv",
      "  bailiwick export --server http://127.0.0.1:8080 --rows owners --crm salesforce --to"
          + " owners.csv"
    })
public final class ExportCommand implements Callable<Integer> {

  /** What can be written. */
  enum Format {
    CSV,
    GEOJSON
  }

  @Spec private CommandSpec spec;

  /** What a row of a server's table is. */
  enum Rows {
    ACCOUNTS,
    UNITS,
    OWNERS
  }

  @Parameters(
      paramLabel = "DESIGN",
      arity = "0..1",
      description = "Folder that design wrote for a brief; without it a server's scenario.")
  private @Nullable Path design;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "File to write.")
  private Path to;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}; without it, the file's ending says it.")
  private @Nullable Format format;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "The server's plan; needed when it has several.")
  private String plan = "";

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "The plan's scenario; needed when it has several.")
  private String scenario = "";

  @Option(
      names = "--rows",
      paramLabel = "KIND",
      description = {
        "Of a server's scenario: ACCOUNTS (default) or UNITS;",
        "of its ledger: OWNERS, who owned every account on a day."
      })
  private Rows rows = Rows.ACCOUNTS;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "The day of OWNERS (default: the company's today).")
  private @Nullable LocalDate on;

  @Option(
      names = "--known-as-of",
      paramLabel = "INSTANT",
      description = "OWNERS as they were known then, such as 2026-11-21T12:00:00Z (default: now).")
  private @Nullable Instant knownAsOf;

  @Option(
      names = "--crm",
      paramLabel = "NAME",
      description = "OWNERS in the import format of ${COMPLETION-CANDIDATES}.")
  private @Nullable CrmFile crm;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = {
        "Whose accounts --crm writes: the source of a connection (default: of the only one to",
        "that CRM; without a connection, `file`)."
      })
  private String source = "";

  @Mixin private ServerOption server;
  @Mixin private DataFolder data;

  @Override
  public Integer call() throws IOException {
    Format wanted = format == null ? formatByEnding() : format;
    Path folder = design;
    if (rows != Rows.OWNERS && (on != null || knownAsOf != null)) {
      throw new ParameterException(
          spec.commandLine(), "--on and --known-as-of go with --rows owners.");
    }
    if (crm != null && (rows != Rows.OWNERS || knownAsOf != null)) {
      throw new ParameterException(
          spec.commandLine(), "--crm goes with --rows owners, as they are known now.");
    }
    if (crm == null && !source.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--source goes with --crm.");
    }
    server.requireAlone(folder, "a design's folder");
    if (folder == null) {
      exportFromServer(wanted);
    } else {
      exportDesign(DesignFolder.read(folder), wanted);
    }
    var terminal = spec.commandLine().getOut();
    terminal.printf("Written to %s.%n", to);
    terminal.flush();
    return ExitCode.DONE;
  }

  private void exportFromServer(Format wanted) throws IOException {
    ServerClient client = server.get("a design's folder");
    if (wanted != Format.CSV) {
      throw new ParameterException(
          spec.commandLine(), "A server's scenario is written as CSV; shapes come from a design.");
    }
    String path = rows == Rows.OWNERS ? owners() : scenario(client);
    OutputFile.write(
        to,
        out -> {
          try (InputStream bytes = client.download(path)) {
            new InputStreamReader(bytes, StandardCharsets.UTF_8).transferTo(out);
          }
        });
  }

  private String owners() {
    List<String> query = new ArrayList<>();
    if (on != null) {
      query.add("on=" + on);
    }
    if (knownAsOf != null) {
      query.add("knownAsOf=" + knownAsOf);
    }
    if (crm != null) {
      query.add("format=" + crm);
    }
    if (!source.isEmpty()) {
      query.add("source=" + URLEncoder.encode(source, StandardCharsets.UTF_8));
    }
    return (crm == null ? "ownership?" : "ownership/crm?") + String.join("&", query);
  }

  private String scenario(ServerClient client) throws IOException {
    ServerPlans plans = new ServerPlans(client);
    JsonNode named = plans.getScenario(plans.getPlan(plan), scenario);
    return "scenarios/%s/export?rows=%s"
        .formatted(named.path("id").asString(), rows.name().toLowerCase(Locale.ROOT));
  }

  private void exportDesign(DesignFolder folder, Format wanted) throws IOException {
    OutputFile.write(
        to,
        out -> {
          switch (wanted) {
            case CSV -> writeUnits(folder.alignment(), out);
            case GEOJSON -> writeShapes(folder, out);
          }
        });
  }

  private Format formatByEnding() {
    String name = to.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Format.CSV;
    }
    if (name.endsWith(".geojson") || name.endsWith(".json")) {
      return Format.GEOJSON;
    }
    throw new ParameterException(
        spec.commandLine(), "Say --format, or let the file end in .csv or .geojson.");
  }

  private static void writeUnits(Alignment alignment, BufferedWriter out) throws IOException {
    CsvTable table = AssignmentExport.units(out);
    for (int unit = 0; unit < alignment.units().size(); unit++) {
      int territory = alignment.territoryOf(unit);
      AssignmentExport.unit(
          table,
          alignment.units().id(unit),
          territory == Alignment.UNASSIGNED ? "" : alignment.territories().get(territory).value());
    }
    out.flush();
  }

  private void writeShapes(DesignFolder folder, BufferedWriter out) throws IOException {
    Atlas atlas = Atlas.open(data.atlas());
    KnownCountry.require(atlas, folder.country());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GeoJson.write(TerritoryShapes.of(folder, atlas), bytes);
    out.append(bytes.toString(StandardCharsets.UTF_8));
  }
}
