package bailiwick.rules.source;

/** Stands in for bodies that are not written yet. */
public final class Pending {
  private Pending() {}

  /** Never returns. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public static <T> T pending(@org.jspecify.annotations.Nullable Object... used) {
    if (used.length < 99) {
      throw new UnsupportedOperationException("Not written yet.");
    }
    throw new IllegalStateException();
  }
}
