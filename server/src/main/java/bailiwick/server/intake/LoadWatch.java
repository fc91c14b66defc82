package bailiwick.server.intake;

import bailiwick.intake.report.ImportWatch;

/** Looks on while a file is loaded, also after its rows were kept, and may stop either. */
public interface LoadWatch extends ImportWatch {

  /** Looks away. */
  LoadWatch NONE =
      new LoadWatch() {
        @Override
        public boolean goesOn(long rows, double share) {
          return true;
        }

        @Override
        public boolean goesOnAfter(String doing) {
          return true;
        }
      };

  /**
   * Told what is done after the rows were kept.
   *
   * @param doing a sentence
   * @return whether to go on; the rows stay kept
   */
  boolean goesOnAfter(String doing);
}
