package bailiwick.server.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The things used last, each begun when it is first asked for. Thread-safe. */
final class LastUsed<K, V> {

  private final Map<K, V> things;

  /** Keeps so many. */
  LastUsed(int most) {
    this.things =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized V get(K key, Supplier<V> begun) {
    return things.computeIfAbsent(key, asked -> begun.get());
  }

  synchronized void forget(K key) {
    things.remove(key);
  }
}
