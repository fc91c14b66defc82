package bailiwick.bench;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A peer: each rule is a query that Apache Lucene's Monitor keeps, an account a document that is
 * matched against all. Areas and codes are indexed with all that they lie in, so that each question
 * about a text is a term for the presearcher to select queries by; numbers are points.
 */
final class RuleMonitor implements AutoCloseable {

  private final List<Rule> order;
  private final Monitor monitor;

  RuleMonitor(CheckedRules checked) {
    order =
        checked.rules().rules().stream().sorted(Comparator.comparingInt(Rule::priority)).toList();
    try {
      monitor =
          new Monitor(
              new KeywordAnalyzer(),
              new TermFilteredPresearcher(),
              new MonitorConfiguration().setQueryUpdateBufferSize(order.size()));
      List<MonitorQuery> queries = new ArrayList<>();
      for (int rule = 0; rule < order.size(); rule++) {
        Query query = query(order.get(rule).condition());
        queries.add(new MonitorQuery(Integer.toString(rule), query));
      }
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(Condition condition) {
    return switch (condition) {
      case Condition.All all ->
          joined(all.parts().stream().map(RuleMonitor::query).toList(), Occur.MUST);
      case Condition.Any any ->
          joined(any.parts().stream().map(RuleMonitor::query).toList(), Occur.SHOULD);
      case Condition.Not not ->
          new BooleanQuery.Builder()
              .add(new MatchAllDocsQuery(), Occur.MUST)
              .add(query(not.part()), Occur.MUST_NOT)
              .build();
      case Condition.In in -> terms(in.dimension(), in.values());
      case Condition.Prefix prefix -> terms(prefix.dimension(), prefix.prefixes());
      case Condition.Within within -> terms(within.dimension(), within.areas());
      case Condition.Range range ->
          joined(
              range.intervals().stream().map(one -> points(range.dimension(), one)).toList(),
              Occur.SHOULD);
      case Condition.Listed listed -> throw new IllegalArgumentException("No lists here.");
    };
  }

  private static Query joined(List<Query> parts, Occur occur) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var joined = new BooleanQuery.Builder();
    parts.forEach(part -> joined.add(part, occur));
    return joined.build();
  }

  private static Query terms(String field, List<Value> values) {
    return joined(
        values.stream().map(value -> (Query) new TermQuery(new Term(field, value.text()))).toList(),
        Occur.SHOULD);
  }

  private static Query points(String field, Interval interval) {
    int scale = field.equals("revenue") ? 2 : 0;
    return LongPoint.newRangeQuery(
        field,
        fixed(interval.low(), scale, Long.MIN_VALUE),
        fixed(interval.high(), scale, Long.MAX_VALUE));
  }

  private static long fixed(@Nullable BigDecimal bound, int scale, long open) {
    return bound == null ? open : bound.movePointRight(scale).longValueExact();
  }

  /** The number of the rule that wins, -1 when none holds. */
  int findWinner(Subject subject) {
    try {
      return monitor.match(document(subject), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
          .mapToInt(match -> Integer.parseInt(match.getQueryId()))
          .min()
          .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Subject subject) {
    var document = new Document();
    subject
        .values()
        .forEach((field, value) -> {
          switch (value) {
            case AttributeValue.Amount amount -> document.add(new LongPoint(field, amount.fixed()));
            case AttributeValue.Text text -> addTerms(document, field, text.value());
          }
        });
    return document;
  }

  private static void addTerms(Document document, String field, String text) {
    switch (field) {
      case "area" -> {
        Optional<String> path = Optional.of(text);
        while (path.isPresent()) {
          document.add(new StringField(field, path.get(), Field.Store.NO));
          path = AreaPath.findParent(path.get());
        }
      }
      case "industry" -> {
        for (int length = 1; length <= text.length(); length++) {
          document.add(new StringField(field, text.substring(0, length), Field.Store.NO));
        }
      }
      default -> document.add(new StringField(field, text, Field.Store.NO));
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
