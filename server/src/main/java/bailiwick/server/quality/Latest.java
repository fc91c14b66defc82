package bailiwick.server.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values last asked for. One that is not there is worked out by whoever asks first; those who
 * ask for the same meanwhile wait for it, and nobody waits for another. Thread-safe.
 */
final class Latest<K, V> {

  private final int most;
  private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps so many values at most, those last asked for. */
  Latest(int most) {
    this.most = most;
  }

  V get(K key, Supplier<V> maker) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> known = findOrClaim(key, mine);
    return known == null ? made(key, mine, maker) : waitFor(known);
  }

  /** Lets go of the values of all other keys; who waits for one of them still gets it. */
  void keepOnly(Predicate<K> keys) {
    synchronized (values) {
      values.keySet().removeIf(keys.negate());
    }
  }

  /** What somebody works out or has worked out; null when that is now up to the caller. */
  private @Nullable CompletableFuture<V> findOrClaim(K key, CompletableFuture<V> mine) {
    synchronized (values) {
      CompletableFuture<V> known = values.putIfAbsent(key, mine);
      if (values.size() > most) {
        values.remove(values.keySet().iterator().next());
      }
      return known;
    }
  }

  /** What cannot be worked out is not kept: the next one tries again. */
  private V made(K key, CompletableFuture<V> mine, Supplier<V> maker) {
    try {
      V value = maker.get();
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error failure) {
      synchronized (values) {
        values.remove(key, mine);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private V waitFor(CompletableFuture<V> known) {
    try {
      return known.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
