package bailiwick.intake.workbook;

import java.io.IOException;

/** Why a workbook cannot be read. */
public abstract sealed class WorkbookException extends IOException {

  private static final long serialVersionUID = 1;

  WorkbookException(String message) {
    super(message);
  }

  /** The file is something else; the message says what, such as {@code a Word document}. */
  public static final class Foreign extends WorkbookException {
    private static final long serialVersionUID = 1;

    Foreign(String kind) {
      super(kind);
    }
  }

  /** The file unpacks to more than is read; the message says to what, with the limit. */
  public static final class Oversized extends WorkbookException {
    private static final long serialVersionUID = 1;

    Oversized(String what) {
      super(what);
    }
  }

  /** The file is a workbook with something wrong inside; the message says where and what. */
  public static final class Damaged extends WorkbookException {
    private static final long serialVersionUID = 1;

    Damaged(String reason) {
      super(reason);
    }
  }
}
