package bailiwick.store.job;

import java.util.UUID;

/**
 * Identity of a job.
 *
 * @param value a UUID of version 7
 */
public record JobId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
