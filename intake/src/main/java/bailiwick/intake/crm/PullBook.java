package bailiwick.intake.crm;

import java.util.List;

/** Where a pull keeps what it has read. */
public interface PullBook {

  /** How far a kind has been pulled. */
  CrmPosition position(CrmKind kind);

  /**
   * Keeps rows and the position behind them, both or neither. A row that is kept already in this
   * version changes nothing.
   */
  void keep(CrmKind kind, List<CrmRecord> records, CrmPosition next);
}
