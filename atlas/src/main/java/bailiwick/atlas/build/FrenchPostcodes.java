package bailiwick.atlas.build;

import bailiwick.atlas.draft.CountryDraft.Postcode;
import bailiwick.core.unit.LonLat;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers communes by postcode. A code none of whose communes has a known place stands at the
 * middle of the codes that begin alike, and is held by a neighbour.
 */
final class FrenchPostcodes {

  private final Map<String, List<NamedCsvRecord>> communesOf = new TreeMap<>();
  private final Map<String, Middle> middleOf = new TreeMap<>(); // by code and by its beginnings

  FrenchPostcodes(List<NamedCsvRecord> communes, Collection<String> departments) {
    Set<String> mapped = Set.copyOf(departments);
    for (NamedCsvRecord commune : communes) {
      if (mapped.contains(commune.getField("departement"))) {
        for (String code : commune.getField("postal_codes").split("\\|", -1)) {
          add(code, commune);
        }
      }
    }
  }

  private void add(String code, NamedCsvRecord commune) {
    if (code.isEmpty()) {
      return;
    }
    communesOf.computeIfAbsent(code, none -> new ArrayList<>()).add(commune);
    if (!commune.getField("lat").isEmpty()) {
      for (int length = code.length(); length >= 2; length--) {
        middleOf.computeIfAbsent(code.substring(0, length), none -> new Middle()).add(commune);
      }
    }
  }

  List<Postcode> postcodes() {
    List<Postcode> postcodes = new ArrayList<>();
    communesOf.forEach((code, communes) ->
        findMiddle(code).ifPresent(point -> postcodes.add(postcode(code, communes, point))));
    return postcodes;
  }

  private Optional<LonLat> findMiddle(String code) {
    for (int length = code.length(); length >= 2; length--) {
      Middle middle = middleOf.get(code.substring(0, length));
      if (middle != null) {
        return Optional.of(middle.point());
      }
    }
    return Optional.empty();
  }

  private Postcode postcode(String code, List<NamedCsvRecord> communes, LonLat point) {
    NamedCsvRecord largest =
        communes.stream().max(Comparator.comparingLong(FrenchPostcodes::population)).orElseThrow();
    return new Postcode(
        code,
        point,
        largest.getField("name"),
        largest.getField("region"),
        largest.getField("departement"),
        middleOf.containsKey(code) ? code : "",
        France.noPolygon());
  }

  private static long population(NamedCsvRecord commune) {
    String population = commune.getField("population");
    return population.isEmpty() ? 0 : Long.parseLong(population);
  }
}
