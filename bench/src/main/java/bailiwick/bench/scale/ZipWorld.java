package bailiwick.bench.scale;

import bailiwick.atlas.AreaLayer;
import bailiwick.atlas.Atlas;
import bailiwick.bench.file.ScratchFolder;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.DesignProblemBuilder;
import bailiwick.core.design.GreatCircleDistances;
import bailiwick.core.unit.Measure;
import bailiwick.core.unit.UnitId;
import bailiwick.core.unit.UnitKind;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * The postal areas of the United States, islands bridged, with the potential of a generated company
 * of 1,000,000 accounts. Accounts that name no postal area are left out. The same for the same
 * seed.
 */
public final class ZipWorld {

  private static final String COUNTRY = "US";

  private final Atlas atlas;

  /** Areas of an atlas. */
  public ZipWorld(Atlas atlas) {
    this.atlas = atlas;
  }

  /** A problem over all areas with one measure, the potential; rules are still to be added. */
  public DesignProblemBuilder problem(long[] potential, boolean contiguous) {
    AreaLayer areas = areas();
    DesignProblemBuilder builder =
        DesignProblem.builder(areas.numbering(), GreatCircleDistances.of(areas.points()));
    builder.measure(Measure.potential("USD"), potential);
    return contiguous ? builder.contiguous(areas.graph()) : builder.graph(areas.graph());
  }

  private AreaLayer areas() {
    return atlas.areas(UnitKind.POSTCODE, COUNTRY);
  }

  /**
   * Potential of each area in cents, made once for each version of the atlas and kept in a folder.
   *
   * <p>Known limit: a new generator is not noticed; delete the file to have it made again.
   *
   * @param folder made when missing
   */
  public long[] potential(Path folder, long accounts, long seed) throws IOException {
    Path kept =
        folder.resolve("potential-%s-%s-%s.txt".formatted(atlas.version(COUNTRY), accounts, seed));
    if (!Files.isRegularFile(kept)) {
      try (ScratchFolder company = ScratchFolder.at(folder.resolve("company"))) {
        DemoSettings settings = DemoSettings.DEMO.withAccounts(accounts).withSeed(seed);
        DemoFiles files =
            new DemoCompany(atlas).generate(settings, company.resolve("files"), done -> {});
        Path made = company.resolve("potential.txt");
        Files.write(made, LongStream.of(sums(files.accounts())).mapToObj(Long::toString).toList());
        Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return Files.readAllLines(kept).stream().mapToLong(Long::parseLong).toArray();
  }

  private long[] sums(Path accounts) throws IOException {
    AreaLayer areas = areas();
    long[] cents = new long[areas.numbering().size()];
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(accounts)) {
      for (NamedCsvRecord account : reader) {
        OptionalInt area = find(areas.numbering(), account.getField("postcode"));
        if (area.isPresent()) {
          BigDecimal money = new BigDecimal(account.getField("potential"));
          cents[area.getAsInt()] += money.movePointRight(2).longValue();
        }
      }
    }
    return cents;
  }

  private static OptionalInt find(UnitNumbering areas, String postcode) {
    return postcode.isBlank() ? OptionalInt.empty() : areas.findNumber(new UnitId(postcode));
  }
}
