package bailiwick.intake.roster;

import bailiwick.atlas.Atlas;
import bailiwick.atlas.placing.AddressPlacer;
import bailiwick.intake.account.PlaceReader;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportRun;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.table.TableSource;
import java.util.function.Consumer;

/** Reads representatives from a table file. Immutable and thread-safe. */
public final class RosterImport {

  private final Atlas atlas;
  private final ImportSettings settings;

  private RosterImport(Atlas atlas, ImportSettings settings) {
    this.atlas = atlas;
    this.settings = settings;
  }

  /** An import that places homes with an atlas. */
  public static RosterImport with(Atlas atlas, ImportSettings settings) {
    return new RosterImport(atlas, settings);
  }

  /** Reads a file and hands every accepted representative on; mistakes stand in the report. */
  public ImportReport read(
      TableSource source, MappingRequest request, Consumer<ImportedRepresentative> consumer) {
    return ImportRun.run(
        source,
        RosterFields.ALL,
        request,
        settings,
        (file, mapping) ->
            new RosterRowReader(
                file,
                mapping,
                settings.source(),
                new PlaceReader(file, mapping, new AddressPlacer(atlas), settings.country())),
        consumer);
  }
}
