package bailiwick.atlas.draft;

import bailiwick.atlas.draft.CountryDraft.Ground;
import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.atlas.pack.CountryPack.PostcodeRow;
import bailiwick.geo.lookup.NearestLookup;
import bailiwick.geo.shape.Feature;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which area holds each postcode: an area itself; a code without ground the area that is said to,
 * else the nearest area of its own region, or of any when its region has none.
 */
final class Holders {

  private final List<Postcode> postcodes;
  private final Set<String> areaCodes;
  private final List<Postcode> areas;
  private final NearestLookup nearest;
  private final Grounds truePolygons;

  Holders(List<Postcode> postcodes, Set<String> areaCodes, List<Feature> shapes) {
    this.postcodes = postcodes;
    this.areaCodes = areaCodes;
    this.areas = postcodes.stream().filter(p -> areaCodes.contains(p.postcode())).toList();
    this.nearest = NearestLookup.of(areas.stream().map(Postcode::point).toList());
    Set<String> known =
        postcodes.stream()
            .filter(Postcode::hasPolygon)
            .map(Postcode::postcode)
            .collect(java.util.stream.Collectors.toSet());
    this.truePolygons =
        new Grounds(
            shapes.stream()
                .filter(shape -> known.contains(shape.id()))
                .map(shape -> new Ground(shape.id(), shape.geometry()))
                .toList());
  }

  List<PostcodeRow> rows() {
    return postcodes.stream().map(this::row).toList();
  }

  private PostcodeRow row(Postcode postcode) {
    return new PostcodeRow(
        postcode.postcode(),
        holder(postcode),
        postcode.point(),
        postcode.city(),
        postcode.region(),
        postcode.county());
  }

  private String holder(Postcode postcode) {
    if (areaCodes.contains(postcode.postcode())) {
      return postcode.postcode();
    }
    if (areaCodes.contains(postcode.holder())) {
      return postcode.holder();
    }
    return truePolygons
        .findUnder(new Coordinate(postcode.point().lon(), postcode.point().lat()))
        .map(truePolygons::id)
        .orElseGet(() -> nearestArea(postcode));
  }

  private String nearestArea(Postcode postcode) {
    OptionalInt inRegion =
        nearest.findNearest(
            postcode.point(), area -> areas.get(area).region().equals(postcode.region()));
    int area =
        inRegion.isPresent()
            ? inRegion.getAsInt()
            : nearest.findNearest(postcode.point()).orElseThrow();
    return areas.get(area).postcode();
  }
}
