package bailiwick.intake.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which parts a part of a workbook refers to. Immutable. */
final class Relations {

  /**
   * A part referred to.
   *
   * @param kind last word of its kind, such as {@code worksheet}
   */
  record Relation(String kind, String part) {}

  private static final int MOST = 100_000;

  /** Characters in the longest name of a part and its kind that are looked at. */
  private static final int LONGEST = 1_000;

  private final Map<String, Relation> byId;

  private Relations(Map<String, Relation> byId) {
    this.byId = byId;
  }

  /** The relations of a part; those of the archive as a whole for an empty name. */
  static Relations of(String part, Archive archive) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = slash < 0 ? "" : part.substring(0, slash);
    String list = Archive.resolved(folder, "_rels/" + part.substring(slash + 1) + ".rels");
    Map<String, Relation> byId = new LinkedHashMap<>();
    try (XmlPull xml = archive.openXml(list)) {
      for (var event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
        if (event == XmlPull.Event.START && xml.name().equals("Relationship")) {
          String id = xml.attribute("Id");
          String kind = xml.attribute("Type");
          String target = xml.attribute("Target");
          if (id != null
              && kind != null
              && target != null
              && id.length() + kind.length() + target.length() <= LONGEST
              && byId.size() < MOST) {
            String word = kind.substring(kind.lastIndexOf('/') + 1);
            byId.put(id, new Relation(word, Archive.resolved(folder, target)));
          }
        }
      }
    }
    return new Relations(byId);
  }

  Optional<Relation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The first part of a kind. */
  Optional<String> findKind(String kind) {
    return byId.values().stream()
        .filter(relation -> relation.kind.equals(kind))
        .map(Relation::part)
        .findFirst();
  }
}
