package bailiwick.geo.exchange;

/** A file that should hold shapes does not; the message says what was found instead. */
public final class ShapeFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With one whole sentence for the user. */
  public ShapeFormatException(String message) {
    super(message);
  }

  /** With one whole sentence for the user, and what the reader stumbled over. */
  public ShapeFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
