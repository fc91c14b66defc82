package bailiwick.store.database;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;

/** The connection broke, or the database refused, while rows were being copied. */
final class CopyFailed extends DataAccessResourceFailureException {

  private static final long serialVersionUID = 1L;

  CopyFailed(SQLException cause) {
    super("COPY stopped: " + cause.getMessage(), cause);
  }
}
