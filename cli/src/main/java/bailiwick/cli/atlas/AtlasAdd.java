package bailiwick.cli.atlas;

import bailiwick.atlas.install.AtlasInstaller;
import bailiwick.cli.terminal.DataFolder;
import bailiwick.cli.terminal.InputFile;
import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.cli.terminal.ProblemPrinter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a country's postcodes and polygons to the atlas of a data folder. */
@Command(
    name = "add",
    description = {
      "Add a country: postcode tables (GeoNames' form, or CSV with a header),",
      "polygons as GeoJSON or TopoJSON, each plain or gzipped, or polygons as an",
      "ESRI shapefile (.zip, or .shp with its .dbf beside it).",
      "",
      "Polygons alone add to what the atlas has of the country, packaged or from",
      "earlier calls: codes, counties and true shapes stay, an area that is shown",
      "again gets the later shape, and one that no file shows stays approximate.",
      "A postcode table begins anew: all that was packaged or added of the country",
      "before, true shapes too, is replaced by the files of this call.",
      "A country that is not there and is begun from polygons alone takes all its",
      "files in one call: later ones may show more areas, but mostly known ones.",
      "A call that fails changes nothing, and no call changes another country. A",
      "running server keeps what it opened until it is restarted."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  bailiwick atlas add --country GB gb_postal.csv.gz uk_districts.topojson.gz",
      "  bailiwick atlas add --country US cb_2020_us_zcta520_500k.zip",
      "The second is the Census Bureau's file of ZIP Code Tabulation Areas."
    })
final class AtlasAdd implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      required = true,
      description = "ISO 3166 code of two letters, such as GB.")
  private String country;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The country's files.")
  private List<Path> files;

  @Mixin private DataFolder data;
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    files.forEach(InputFile::requireReadable);
    var added = new AtlasInstaller().add(country.toUpperCase(Locale.ROOT), files, data.atlas());
    var out = spec.commandLine().getOut();
    if (json.isWanted()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("country", added.country());
      result.put("postcodes", added.postcodes());
      result.put("areas", added.areas());
      result.put("polygons", added.polygons());
      result.put("approximateAreas", added.areas() - added.polygons());
      result.put("folder", data.atlas().toString());
      result.put("problems", Json.problems(added.problems()));
      Json.print(out, result);
    } else {
      new ProblemPrinter(spec.commandLine().getErr()).print(added.problems());
      out.printf(
          Locale.ROOT,
          "%s: %,d postcodes, %,d areas, %,d of them with their true shape, %,d approximate, in %s%n",
          added.country(),
          added.postcodes(),
          added.areas(),
          added.polygons(),
          added.areas() - added.polygons(),
          data.atlas());
      out.flush();
    }
    return 0;
  }
}
