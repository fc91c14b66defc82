package bailiwick.store.publication;

import bailiwick.store.ledger.PublicationId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a publication rests on: the last publication of its layer by then.
 *
 * @param publication null where the layer had none
 */
public record Basis(@Nullable PublicationId publication) {

  private static final String NONE = "none";

  /**
   * Reads what {@link #print} wrote.
   *
   * @throws IllegalArgumentException when it is neither an id nor {@code none}
   */
  public static Basis read(String text) {
    return new Basis(text.equals(NONE) ? null : new PublicationId(UUID.fromString(text)));
  }

  static Basis of(Optional<PublicationId> publication) {
    return new Basis(publication.orElse(null));
  }

  /** The id, or {@code none}. */
  public String print() {
    return publication == null ? NONE : publication.toString();
  }
}
