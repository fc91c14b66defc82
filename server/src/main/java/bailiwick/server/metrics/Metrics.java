package bailiwick.server.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts and times what the server does. Thread-safe. */
public class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, AtomicLong> contradictions = new ConcurrentHashMap<>(); // by layer

  /** Metrics of this process, which begin at 0. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /**
   * Notes a request.
   *
   * @param route the pattern, such as {@code /api/v1/accounts/{id}}: there are as many series as
   *     routes, not as many as accounts
   */
  void request(String method, String route, int status, Duration time) {
    Timer.builder("http.server.requests")
        .description("Requests by route.")
        .tag("method", method)
        .tag("uri", route)
        .tag("status", String.valueOf(status))
        .register(registry)
        .record(time);
  }

  /**
   * Notes a job that has ended.
   *
   * @param state such as {@code SUCCEEDED}
   */
  public void job(String kind, String state, Duration time) {
    Timer.builder("bailiwick.jobs")
        .description("Jobs by kind and end.")
        .tag("kind", kind)
        .tag("state", state)
        .register(registry)
        .record(time);
  }

  /** Notes how many contradictions the newest standing check of a layer found. */
  public void contradictions(String layer, long number) {
    contradictions
        .computeIfAbsent(
            layer,
            code ->
                Objects.requireNonNull(
                    registry.gauge(
                        "bailiwick.contradictions",
                        List.of(Tag.of("layer", code)),
                        new AtomicLong())))
        .set(number);
  }

  /** Everything in the text that Prometheus reads. */
  String text() {
    return registry.scrape();
  }
}
