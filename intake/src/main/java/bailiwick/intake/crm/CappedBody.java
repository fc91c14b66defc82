package bailiwick.intake.crm;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Keeps the body of an answer up to a size; a longer one is given up while it comes. */
final class CappedBody implements BodySubscriber<byte[]> {

  /** An answer longer than we take. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("The answer is too large.");
    }
  }

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final long most;
  private long read;
  private Flow.@Nullable Subscription subscription;

  /**
   * Nothing of a body yet.
   *
   * @param most bytes that are taken
   */
  CappedBody(long most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    whole.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    if (read > most) {
      return;
    }
    for (ByteBuffer part : piece) {
      read += part.remaining();
    }
    if (read <= most) {
      whole.onNext(piece);
      return;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    whole.onError(new TooLarge());
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
