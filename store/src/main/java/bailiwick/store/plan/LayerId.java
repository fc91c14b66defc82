package bailiwick.store.plan;

import java.util.UUID;

/**
 * Identity of a layer.
 *
 * @param value a UUID of version 7
 */
public record LayerId(UUID value) {

  /** The layer every installation begins with. */
  public static final LayerId NEW_BUSINESS =
      new LayerId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

  @Override
  public String toString() {
    return value.toString();
  }
}
