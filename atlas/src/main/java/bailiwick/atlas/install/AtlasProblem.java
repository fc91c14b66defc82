package bailiwick.atlas.install;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the files of a country. */
public sealed interface AtlasProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** A problem of one file as a whole. */
  sealed interface OfFile extends AtlasProblem {

    /** Its name, without the folder. */
    String file();

    @Override
    default Place place() {
      return new Place.InFile(file());
    }
  }

  /** No country goes by the code. */
  record UnknownCountry(String country) implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_UNKNOWN_COUNTRY";
    }

    @Override
    public String message() {
      return "No country has the code [%s].".formatted(country);
    }

    @Override
    public @Nullable String hint() {
      return "Give the two letters of ISO 3166, such as GB.";
    }
  }

  /** No file at all was given. */
  record NoFiles() implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_NO_FILES";
    }

    @Override
    public String message() {
      return "No file with postcodes or polygons was given.";
    }
  }

  /** The file is not there or cannot be read. */
  record UnreadableFile(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_UNREADABLE_FILE";
    }

    @Override
    public String message() {
      return "The file [%s] is not there or cannot be read.".formatted(file);
    }
  }

  /** Nothing is in the file. */
  record EmptyFile(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_EMPTY_FILE";
    }

    @Override
    public String message() {
      return "The file [%s] is empty.".formatted(file);
    }
  }

  /** The file is neither a table nor JSON. */
  record NotText(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_NOT_TEXT";
    }

    @Override
    public String message() {
      return "The file [%s] is neither UTF-8 text nor gzipped text.".formatted(file);
    }

    @Override
    public @Nullable String hint() {
      return "Give tables as CSV and polygons as GeoJSON, TopoJSON or a shapefile.";
    }
  }

  /** The table lacks columns that say what its rows are. */
  record MissingColumns(String file, List<String> found) implements AtlasProblem {

    public MissingColumns {
      found = List.copyOf(found);
    }

    @Override
    public String code() {
      return "ATLAS_MISSING_COLUMNS";
    }

    @Override
    public String message() {
      return "The table [%s] has the columns %s and none for postcode, latitude and longitude."
          .formatted(file, found);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, 0, "");
    }

    @Override
    public @Nullable String hint() {
      return "Name them postal_code, lat and lon, or give the file as GeoNames publishes it.";
    }
  }

  /** A row has no usable postcode or point; it was left out. */
  record BadRow(String file, long row, String column, String text) implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_BAD_ROW";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "Row %s of [%s] was left out: its %s [%s] cannot be used."
          .formatted(row, file, column, text);
    }

    @Override
    public Place place() {
      return new Place.InTable(file, row, column);
    }
  }

  /** More rows were left out than are listed one by one. */
  record MoreBadRows(String file, long count) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_MORE_BAD_ROWS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s more rows of [%s] were left out.".formatted(count, file);
    }
  }

  /** No row or shape of the file could be used for the country. */
  record NothingUsable(String file, String country) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_NOTHING_USABLE";
    }

    @Override
    public String message() {
      return "The file [%s] holds no postcode of %s.".formatted(file, country);
    }

    @Override
    public @Nullable String hint() {
      return "Check that the file is of this country. Polygons that begin a country go into one call.";
    }
  }

  /** The file holds no shapes that can be read. */
  record BrokenShapes(String file, String reason) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_BROKEN_SHAPES";
    }

    @Override
    public String message() {
      return "The polygons of [%s] cannot be read. %s".formatted(file, reason);
    }

    @Override
    public @Nullable String hint() {
      return "Give GeoJSON, TopoJSON or a shapefile with polygons in longitude and latitude.";
    }
  }

  /** Polygons whose id is no postcode of the tables. */
  record UnmatchedShapes(String file, int count, String example) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_UNMATCHED_SHAPES";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s polygons of [%s] were left out: their id, such as [%s], is no postcode of the tables."
          .formatted(count, file, example);
    }
  }

  /** Polygons whose place is far from where the atlas has their code. */
  record ShapesElsewhere(String file, int count, String example) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_SHAPES_ELSEWHERE";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s polygons of [%s] were left out: they lie over 100 km from where the atlas has their code, such as [%s]."
          .formatted(count, file, example);
    }

    @Override
    public @Nullable String hint() {
      return "Check that the file is of this country.";
    }
  }

  /** The file is larger than any country's postcodes, as it is or unpacked. */
  record FileTooLarge(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_FILE_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The file [%s] is larger than 512 MB, as it is or unpacked.".formatted(file);
    }

    @Override
    public @Nullable String hint() {
      return "Give its parts one by one, or the polygons in coarser lines.";
    }
  }

  /** Polygons that enclose no ground. */
  record EmptyShapes(String file, int count) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_EMPTY_SHAPES";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s polygons of [%s] were left out: they enclose no ground.".formatted(count, file);
    }
  }

  /** Most polygons are of unknown codes or lie elsewhere: the file is of something else. */
  record OtherShapes(String file, String country, int fitting, int others) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_OTHER_SHAPES";
    }

    @Override
    public String message() {
      return "Only %s polygons of [%s] are of postcodes of %s where the atlas has them, and %s are not."
          .formatted(fitting, file, country, others);
    }

    @Override
    public @Nullable String hint() {
      return "Check that the file is of postcodes and not of counties, whose codes may look alike.";
    }
  }

  /** Areas that the polygons of others leave without ground; neighbours hold them from now on. */
  record LostAreas(List<String> codes) implements AtlasProblem {

    public LostAreas {
      codes = List.copyOf(codes);
    }

    @Override
    public String code() {
      return "ATLAS_LOST_AREAS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "No ground is left for %s areas, which others hold from now on: %s."
          .formatted(codes.size(), String.join(", ", codes));
    }

    @Override
    public @Nullable String hint() {
      return "Plans of the country have to be made anew, for they have these areas.";
    }
  }

  /** No area is large enough to be drawn. */
  record NoGround(String country) implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_NO_GROUND";
    }

    @Override
    public String message() {
      return "Every polygon of %s is narrower than about ten metres.".formatted(country);
    }

    @Override
    public @Nullable String hint() {
      return "Check that the coordinates are degrees and that the file is of postcodes.";
    }
  }

  /** Polygons of codes that another area holds, such as that of one large receiver. */
  record HeldShapes(String file, int count, String example) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_HELD_SHAPES";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s polygons of [%s] are of codes that another area holds, such as [%s]: their ground is their holder's."
          .formatted(count, file, example);
    }
  }

  /** Codes that the atlas did not know; they are areas from now on. */
  record NewAreas(String file, int count, String example) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_NEW_AREAS";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "%s polygons of [%s] are of codes that the atlas did not know, such as [%s]: they are new areas."
          .formatted(count, file, example);
    }

    @Override
    public @Nullable String hint() {
      return "Plans of the country have to be made anew, for they lack these areas.";
    }
  }

  /** The shapefile's coordinates are metres or feet of a projection. */
  record ProjectedShapes(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_PROJECTED_SHAPES";
    }

    @Override
    public String message() {
      return "The coordinates of the shapefile [%s] are not longitude and latitude, as its .prj file says."
          .formatted(file);
    }

    @Override
    public @Nullable String hint() {
      return "Convert it first, for instance with `ogr2ogr -t_srs EPSG:4326 degrees.shp FILE`.";
    }
  }

  /** A shapefile comes without the table that names its shapes. */
  record NoShapeTable(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_NO_SHAPE_TABLE";
    }

    @Override
    public String message() {
      return "The shapefile [%s] has no .dbf file beside it, so nothing tells its polygons' codes."
          .formatted(file);
    }

    @Override
    public @Nullable String hint() {
      return "Give the whole zip archive, or put the .dbf file of the same name beside the .shp file.";
    }
  }

  /** An archive without a shapefile. */
  record NoShapefile(String file) implements OfFile {
    @Override
    public String code() {
      return "ATLAS_NO_SHAPEFILE";
    }

    @Override
    public String message() {
      return "The archive [%s] holds no shapefile.".formatted(file);
    }

    @Override
    public @Nullable String hint() {
      return "Unpack archives of tables, GeoJSON or TopoJSON first.";
    }
  }

  /** An archive with more than one shapefile. */
  record SeveralShapefiles(String file, List<String> found) implements OfFile {

    public SeveralShapefiles {
      found = List.copyOf(found);
    }

    @Override
    public String code() {
      return "ATLAS_SEVERAL_SHAPEFILES";
    }

    @Override
    public String message() {
      return "The archive [%s] holds the shapefiles %s; which is meant?".formatted(file, found);
    }

    @Override
    public @Nullable String hint() {
      return "Unpack it and give the .shp file that is wanted.";
    }
  }

  /** The folder of the atlas cannot be written. */
  record CannotWrite(String folder, String reason) implements AtlasProblem {
    @Override
    public String code() {
      return "ATLAS_CANNOT_WRITE";
    }

    @Override
    public String message() {
      return "The folder [%s] cannot be written: %s.".formatted(folder, reason);
    }

    @Override
    public Place place() {
      return new Place.InFile(folder);
    }

    @Override
    public @Nullable String hint() {
      return "Free disk space or choose another folder; nothing was changed.";
    }
  }
}
