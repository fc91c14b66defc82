package bailiwick.cli.atlas;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.atlas.PostcodeArea;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.ExitCode;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.core.unit.UnitKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the countries of the atlas, or one postcode. */
@Command(
    name = "show",
    description = "Show the countries of the atlas, or where one postcode is.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick atlas show",
      "  bailiwick atlas show --country US --postcode 60614"
    })
final class AtlasShow implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "ISO 3166 code (default: ${DEFAULT-VALUE}).")
  private String country = "US";

  @Option(names = "--postcode", paramLabel = "CODE", description = "A postcode to look up.")
  private String postcode = "";

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    Atlas atlas = Atlas.open(data.atlas());
    var out = spec.commandLine().getOut();
    if (!postcode.isEmpty()) {
      return showPostcode(atlas, out);
    }
    List<Map<String, Object>> countries = new ArrayList<>();
    for (String code : atlas.countries()) {
      countries.add(describe(atlas.areas(UnitKind.POSTCODE, code), atlas.trueShapes(code).size()));
    }
    if (json.isWanted()) {
      Json.print(out, Map.of("version", atlas.version(), "countries", countries));
    } else {
      out.printf("Atlas %s%n", atlas.version());
      countries.forEach(each -> {
        out.printf(
            Locale.ROOT,
            "%s  %s postcode areas, %s of them approximate, %s bridges%n",
            each.get("country"),
            each.get("areas"),
            each.get("approximateAreas"),
            each.get("bridges"));
        String.valueOf(each.get("provenance"))
            .lines()
            .forEach(line -> out.printf("    %s%n", line));
      });
      out.flush();
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> describe(AreaLayer layer, int trueShapes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("country", layer.country());
    fields.put("areas", layer.numbering().size());
    fields.put("approximateAreas", layer.numbering().size() - trueShapes);
    fields.put("bridges", layer.bridges().size());
    fields.put("provenance", layer.provenance());
    return fields;
  }

  private int showPostcode(Atlas atlas, PrintWriter out) {
    String code = country.toUpperCase(Locale.ROOT);
    KnownCountry.require(atlas, code);
    Optional<PostcodeArea> found = atlas.findPostcode(code, postcode);
    if (found.isEmpty()) {
      spec.commandLine().getErr().printf("No postcode `%s` in %s.%n", postcode, code);
      return ExitCode.NOTHING_FOUND;
    }
    PostcodeArea area = found.get();
    if (json.isWanted()) {
      Json.print(out, area);
    } else {
      out.printf("%s %s, %s%n", area.postcode(), area.city(), area.path());
      out.printf(
          "  at %s, %s (longitude, latitude); unit %s%n",
          area.point().lon(), area.point().lat(), area.unit());
      out.flush();
    }
    return ExitCode.DONE;
  }
}
