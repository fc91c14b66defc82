package bailiwick.store.stability;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.plan.LayerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how often accounts of each layer may move. Thread-safe. */
public final class StabilityRepository {

  private final Database database;
  private final AuditLog audit;
  private final JsonMapper json = JsonMapper.shared();

  /** Keeps them in a database. */
  public StabilityRepository(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** The limits of a layer; {@link StabilityLimits#NONE} when none were set. */
  public StabilityLimits get(LayerId layer) {
    return read(database, layer);
  }

  static StabilityLimits read(Database database, LayerId layer) {
    return database
        .jdbc()
        .sql(
            """
            SELECT months_of_rest, months_of_person, yearly_share_basis_points, version FROM stability
            WHERE layer_id = :layer
            """)
        .param("layer", layer.value())
        .query(StabilityRepository::map)
        .optional()
        .orElse(StabilityLimits.NONE);
  }

  /**
   * Sets the limits of a layer, and notes it in the audit log.
   *
   * @param limits with the version that they replace
   * @throws ProblemException with {@code STABILITY_WRONG_LIMIT}, or {@code STORE_STALE_VERSION}
   *     when somebody else has set them since
   */
  public StabilityLimits set(LayerId layer, StabilityLimits limits, String who) {
    limits
        .findFault()
        .ifPresent(fault -> {
          throw ProblemException.of(fault);
        });
    return database.inTransaction(() -> {
      if (write(layer, limits) == 0) {
        throw Database.stale(
            "stability limits", layer.toString(), limits.version(), get(layer).version());
      }
      audit.append(who, "stability.set", layer.toString(), json.writeValueAsString(told(limits)));
      return get(layer);
    });
  }

  private int write(LayerId layer, StabilityLimits limits) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO stability AS kept
              (layer_id, months_of_rest, months_of_person, yearly_share_basis_points, version)
            SELECT :layer, :rest, :person, :basisPoints, 1
            WHERE :version = 0 OR EXISTS (SELECT FROM stability WHERE layer_id = :layer)
            ON CONFLICT (layer_id) DO UPDATE
            SET (months_of_rest, months_of_person, yearly_share_basis_points, version)
              = (excluded.months_of_rest, excluded.months_of_person, excluded.yearly_share_basis_points,
                 kept.version + 1)
            WHERE kept.version = :version
            """)
        .param("layer", layer.value())
        .param("rest", limits.monthsOfRest(), Types.SMALLINT)
        .param("person", limits.monthsOfPerson(), Types.SMALLINT)
        .param("basisPoints", limits.yearlyShareBasisPoints(), Types.INTEGER)
        .param("version", limits.version())
        .update();
  }

  private static Map<String, @Nullable Object> told(StabilityLimits limits) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("monthsOfRest", limits.monthsOfRest());
    told.put("monthsOfPerson", limits.monthsOfPerson());
    told.put("yearlyShareBasisPoints", limits.yearlyShareBasisPoints());
    return told;
  }

  private static StabilityLimits map(ResultSet row, int number) throws SQLException {
    return new StabilityLimits(
        row.getObject("months_of_rest", Integer.class),
        row.getObject("months_of_person", Integer.class),
        row.getObject("yearly_share_basis_points", Integer.class),
        row.getLong("version"));
  }
}
