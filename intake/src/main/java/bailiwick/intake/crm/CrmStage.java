package bailiwick.intake.crm;

import java.util.Locale;

/** Tells a deal's stage so that whether it is closed stands in its words, as in files. */
final class CrmStage {

  private CrmStage() {}

  static String told(String stage, boolean closed, boolean won) {
    String words = stage.toLowerCase(Locale.ROOT);
    String sign = won ? "won" : "lost";
    if (!closed || words.contains(sign)) {
      return stage;
    }
    return stage.isEmpty() ? sign : stage + " (" + sign + ")";
  }
}
