package bailiwick.store.publication;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.LedgerTurn;
import bailiwick.store.ledger.TakenBackAct;
import bailiwick.store.plan.LayerId;
import java.util.UUID;

/** Takes back the last publication of a layer, as new entries of the ledger. */
final class PublicationUndo {

  private final Database database;
  private final AuditLog audit;
  private final TakenBackAct act;
  private final UndoReport report;

  PublicationUndo(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
    this.act = new TakenBackAct(database);
    this.report = new UndoReport(database);
  }

  UndoPreview dryRun(Publication publication) {
    return database.inDiscardedTransaction(() -> {
      LayerId layer = publication.layer();
      LedgerTurn.take(database, layer);
      requireLast(publication);
      UUID undone = actOf(publication);
      TakenBackAct.Outcome outcome = act.prepare(undone, layer);
      return new UndoPreview(
          outcome,
          report.flows(layer, publication.effectiveFrom()),
          report.largest(layer, publication.effectiveFrom()),
          act.staying(undone, layer, DryRun.SHOWN));
    });
  }

  void undo(Publication publication, String who, String why) {
    database.inTransaction(() -> {
      LayerId layer = publication.layer();
      LedgerTurn turn = LedgerTurn.take(database, layer);
      requireLast(publication);
      TakenBackAct.Outcome outcome = act.prepare(actOf(publication), layer);
      UUID change = turn.record(new Change(Cause.UNDO, who, why), publication.id());
      act.apply(layer, change, turn.recordedAt());
      insert(publication, change, outcome, turn, who, why);
      audit.append(
          who,
          "publication.undone",
          publication.id().toString(),
          "{\"accounts\":%s,\"kept\":%s}".formatted(outcome.accounts(), outcome.kept()));
      return outcome;
    });
  }

  /** Only the last one can be taken back: what came later rests on it. */
  private void requireLast(Publication publication) {
    database
        .jdbc()
        .sql(
            """
            SELECT EXISTS (SELECT FROM publication_undo WHERE publication_id = :id) AS undone,
              last.id, last.scenario_name, last.effective_from
            FROM publication AS this
            LEFT JOIN LATERAL (
              SELECT id, scenario_name, effective_from FROM standing_publication
              WHERE layer_id = this.layer_id ORDER BY published_at DESC LIMIT 1) AS last ON true
            WHERE this.id = :id
            """)
        .param("id", publication.id().value())
        .query(row -> {
          if (row.getBoolean("undone")) {
            throw ProblemException.of(
                new PublicationProblem.UndoneAlready(
                    publication.scenarioName(), publication.effectiveFrom()));
          }
          if (!publication.id().value().equals(Rows.id(row, "id"))) {
            throw ProblemException.of(
                new PublicationProblem.NotLast(
                    publication.scenarioName(),
                    publication.effectiveFrom(),
                    Rows.text(row, "scenario_name"),
                    Rows.day(row, "effective_from")));
          }
        });
  }

  private UUID actOf(Publication publication) {
    return database
        .jdbc()
        .sql("SELECT id FROM ledger_change WHERE publication_id = :id AND cause = 'PUBLICATION'")
        .param("id", publication.id().value())
        .query(UUID.class)
        .single();
  }

  private void insert(
      Publication publication,
      UUID change,
      TakenBackAct.Outcome outcome,
      LedgerTurn turn,
      String who,
      String why) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO publication_undo (publication_id, change_id, accounts, kept, who, why, at)
            VALUES (:id, :change, :accounts, :kept, :who, :why, :at)
            """)
        .param("id", publication.id().value())
        .param("change", change)
        .param("accounts", outcome.accounts())
        .param("kept", outcome.kept())
        .param("who", who)
        .param("why", why)
        .param("at", Database.at(turn.recordedAt()))
        .update();
  }
}
