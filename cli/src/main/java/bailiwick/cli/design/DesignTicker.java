package bailiwick.cli.design;

import bailiwick.cli.terminal.Progress;
import bailiwick.core.design.DesignListener;
import bailiwick.core.design.DesignProgress;
import java.util.Locale;

/** Shows a running design on one line. */
final class DesignTicker implements DesignListener {

  private final Progress progress;

  DesignTicker(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void progress(DesignProgress news) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%-8s %3.0f %%",
            news.stage().name().toLowerCase(Locale.ROOT),
            100 * news.fraction()));
    news.worstImbalance()
        .ifPresent(
            worst -> line.append(String.format(Locale.ROOT, "   balance ±%.1f %%", 100 * worst)));
    news.objective()
        .ifPresent(value -> line.append(String.format(Locale.ROOT, "   objective %.6g", value)));
    if (news.objective().isPresent() && !news.feasible()) {
      line.append("   (rules not yet kept)");
    }
    progress.state(line.toString());
  }
}
