package bailiwick.cli.rule;

import bailiwick.cli.terminal.Json;
import bailiwick.cli.terminal.JsonOption;
import bailiwick.rules.cover.CoverReport;
import bailiwick.rules.cover.ProvenRules;
import bailiwick.rules.cover.Takings;
import bailiwick.store.publication.Publication;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what a publication made, in words or as JSON. */
final class PublishedTold {

  private final PrintWriter out;
  private final JsonOption json;
  private final AreaPlan areas;

  PublishedTold(PrintWriter out, JsonOption json, AreaPlan areas) {
    this.out = out;
    this.json = json;
    this.areas = areas;
  }

  /** What was written to files. */
  record Files(Path folder, OwnershipFile ownership) {}

  /** Tells of files. */
  void tell(Files files, ProvenRules rules, List<Takings.OfRule> written) {
    CoverReport cover = rules.cover();
    OwnershipFile ownership = files.ownership();
    if (json.isWanted()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("folder", files.folder().toString());
      result.put("rules", rules.rules().rules().size());
      result.put("cover", cover);
      result.put("ownership", ownership);
      addHow(result, written);
      Json.print(out, result);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%,d rules for %,d territories; of %,d leaves %,d nobody's, %,d claimed twice%n",
        rules.rules().rules().size(),
        rules.rules().territories().size(),
        cover.leaves(),
        cover.gapLeaves(),
        cover.overlapLeaves());
    tellHow(written);
    out.printf(
        Locale.ROOT,
        "%,d accounts decided, %,d to another territory than before, %,d to nobody%n",
        ownership.accounts(),
        ownership.moved(),
        ownership.nobodys());
    out.printf("Written to %s: rules.txt, ownership.csv.%n", files.folder());
    out.flush();
  }

  /** Tells of a publication into a store. */
  void tell(StorePublication.Published published) {
    Publication made = published.publication();
    if (json.isWanted()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("publication", made.id().toString());
      result.put("scenario", made.scenarioName());
      result.put("effectiveFrom", made.effectiveFrom().toString());
      result.put("accounts", made.accounts());
      result.put("moved", made.moved());
      addHow(result, published.written());
      Json.print(out, result);
      return;
    }
    tellHow(published.written());
    out.printf(
        Locale.ROOT,
        "Published `%s` from %s: %,d accounts decided, %,d to another territory than before.%n",
        made.scenarioName(),
        made.effectiveFrom(),
        made.accounts(),
        made.moved());
    out.flush();
  }

  private void tellHow(List<Takings.OfRule> written) {
    areas
        .derived()
        .ifPresent(derived ->
            out.printf(
                Locale.ROOT,
                "%,d accounts held by name; %,d areas follow the accounts in them, %,d without"
                    + " accounts the nearest%n",
                areas.named().size(),
                derived.byAccounts(),
                derived.byNeighbours()));
    for (Takings.OfRule of : written) {
      out.printf(
          Locale.ROOT,
          "rule %s: %,d accounts to %s, %,d of them from elsewhere%n",
          of.rule().id(),
          of.accounts(),
          of.rule().territory(),
          of.moved());
    }
  }

  private void addHow(Map<String, Object> result, List<Takings.OfRule> written) {
    areas
        .derived()
        .ifPresent(derived -> {
          result.put("named", areas.named().size());
          result.put("areas", derived);
        });
    if (!written.isEmpty()) {
      result.put("written", written.stream().map(PublishedTold::ofRule).toList());
    }
  }

  private static Map<String, Object> ofRule(Takings.OfRule of) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rule", of.rule().id().value());
    result.put("territory", of.rule().territory().value());
    result.put("accounts", of.accounts());
    result.put("moved", of.moved());
    return result;
  }
}
