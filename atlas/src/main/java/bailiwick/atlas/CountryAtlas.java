package bailiwick.atlas;

import bailiwick.atlas.AreaLayer.Area;
import bailiwick.atlas.pack.AddedCountry;
import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaTree;
import bailiwick.core.area.AreaTreeBuilder;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All that is known of one country whose postcodes are known; each part read on first use. */
final class CountryAtlas {

  private final String country;
  private final Shelf shelf;
  private final String edition;
  private final Lazy<RegionTable> regions;
  private final Lazy<CountyTable> counties;
  private final Lazy<PostcodeTable> postcodes;
  private final Lazy<AreaLocator> locator;
  private final Lazy<SortedSet<String>> trueShapes;
  private final Lazy<AreaLayer> postcodeLayer;
  private final Lazy<AreaLayer> countyLayer;

  private CountryAtlas(String country, Shelf shelf, String edition) {
    this.country = country;
    this.shelf = shelf;
    this.edition = edition;
    this.regions = new Lazy<>(() -> RegionTable.ofCountry(country, shelf));
    this.counties = new Lazy<>(() -> new CountyTable(country, shelf));
    this.postcodes = new Lazy<>(() -> new PostcodeTable(country, shelf));
    this.locator = new Lazy<>(() -> new AreaLocator(postcodes.get(), shelf));
    this.trueShapes = new Lazy<>(() -> readTrueShapes(shelf));
    this.postcodeLayer = new Lazy<>(this::readPostcodeLayer);
    this.countyLayer = new Lazy<>(this::readCountyLayer);
  }

  /** A country that comes with the product. */
  static CountryAtlas packaged(String country) {
    return new CountryAtlas(country, new Shelf.Packaged(country), "");
  }

  /** A country that was added. */
  static CountryAtlas added(String country, AddedCountry.Edition edition) {
    return new CountryAtlas(
        country, edition.shelf(), country.toLowerCase(Locale.ROOT) + '.' + edition.fingerprint());
  }

  /** Which data it is, such as {@code us.3f2a91d4}; empty for data that comes with the product. */
  String edition() {
    return edition;
  }

  RegionTable regions() {
    return regions.get();
  }

  CountyTable counties() {
    return counties.get();
  }

  Optional<PostcodeArea> findPostcode(String text) {
    return postcodes.get().find(text);
  }

  List<PostcodeArea> postcodes() {
    PostcodeTable table = postcodes.get();
    return IntStream.range(0, table.size()).mapToObj(table::at).toList();
  }

  SortedSet<String> trueShapes() {
    return trueShapes.get();
  }

  private static SortedSet<String> readTrueShapes(Shelf shelf) {
    SortedSet<String> codes = new TreeSet<>();
    if (shelf.has(Columns.TRUE_SHAPES_FILE)) {
      shelf.rows(Columns.TRUE_SHAPES_FILE, Columns.TRUE_SHAPES, row -> codes.add(row.getField(0)));
    }
    return Collections.unmodifiableSortedSet(codes);
  }

  Optional<LonLat> findCity(String name, String region) {
    return postcodes.get().findCity(name, region);
  }

  Optional<PostcodeArea> findArea(LonLat point) {
    return locator.get().findRow(point).stream().mapToObj(locator.get()::at).findFirst();
  }

  AreaLayer layer(UnitKind kind) {
    return switch (kind) {
      case POSTCODE -> postcodeLayer.get();
      case COUNTY -> countyLayer.get();
      case ACCOUNT ->
          throw new IllegalArgumentException("Accounts are no areas; the atlas has no layer.");
    };
  }

  private AreaLayer readPostcodeLayer() {
    List<Area> areas = new ArrayList<>();
    for (PostcodeArea area : postcodes()) {
      if (area.isArea()) {
        areas.add(
            new Area(
                area.postcode(),
                area.point(),
                area.city(),
                area.region(),
                area.county(),
                area.path()));
      }
    }
    return layer(UnitKind.POSTCODE, areas);
  }

  private AreaLayer readCountyLayer() {
    List<Area> areas = new ArrayList<>();
    for (County county : counties().all()) {
      areas.add(
          new Area(
              county.code(),
              county.point(),
              county.name(),
              county.region(),
              county.code(),
              county.path()));
    }
    return layer(UnitKind.COUNTY, areas);
  }

  private AreaLayer layer(UnitKind kind, List<Area> areas) {
    areas.sort(Comparator.comparing(Area::id));
    return new AreaLayer(country, kind, shelf, areas);
  }

  void addTo(AreaTreeBuilder tree, String countryName) {
    tree.add(country, AreaKind.COUNTRY, countryName);
    List<PostcodeArea> all = new ArrayList<>(postcodes());
    all.sort(Comparator.comparing(PostcodeArea::path));
    for (PostcodeArea postcode : all) {
      addAround(tree, postcode);
      tree.addLeaf(postcode.path(), AreaKind.POSTCODE, name(postcode), postcode.unit());
    }
  }

  /** The region and the county of a postcode, unless they stand already. */
  private void addAround(AreaTreeBuilder tree, PostcodeArea postcode) {
    String region = country + '/' + postcode.region();
    if (!postcode.region().isEmpty() && !tree.contains(region)) {
      tree.add(
          region,
          AreaKind.REGION,
          regions().find(country, postcode.region()).map(Region::name).orElse(postcode.region()));
    }
    String county = region + '/' + postcode.county();
    if (!postcode.region().isEmpty() && !postcode.county().isEmpty() && !tree.contains(county)) {
      tree.add(
          county,
          AreaKind.COUNTY,
          counties()
              .find(postcode.region(), postcode.county())
              .map(County::name)
              .orElse(postcode.county()));
    }
  }

  private static String name(PostcodeArea postcode) {
    return postcode.city().isEmpty() ? postcode.postcode() : postcode.city();
  }

  AreaTree tree(String countryName) {
    AreaTreeBuilder tree = AreaTree.builder();
    addTo(tree, countryName);
    return tree.build();
  }
}
