package bailiwick.rules.table;

import bailiwick.core.problem.ProblemException;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file that knows where it stands. Elements of other namespaces than its
 * root's are left out. Immutable once read.
 *
 * <p>Document types are refused, and with them entities, from inside the file or outside.
 */
final class LocatedXml {

  /** Deeper than any decision table lies. The JDK itself stops at 100. */
  static final int DEEPEST = 90;

  /** Elements of a file, each of which takes some hundred bytes. */
  static final int MOST_ELEMENTS = 2_000_000;

  /** Characters of a name, an id or an entry. */
  static final int LONGEST = 65_536;

  private final Lines lines;
  private final String name;
  private final String namespace;
  private final Map<String, String> attributes;
  private final int start; // of its tag
  private final int content; // what follows its tag
  private int end; // of what it holds
  private List<LocatedXml> children = List.of();

  private LocatedXml(
      Lines lines,
      String name,
      String namespace,
      Map<String, String> attributes,
      int start,
      int content) {
    this.lines = lines;
    this.name = name;
    this.namespace = namespace;
    this.attributes = attributes;
    this.start = start;
    this.content = content;
    this.end = content;
  }

  /**
   * Reads a document. O(its length).
   *
   * @throws ProblemException pointing at where it is no XML, too large, or has a document type
   */
  static LocatedXml read(Source source) {
    var lines = new Lines(source);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(source.text()));
      return new Reading(lines, xml).root();
    } catch (XMLStreamException broken) {
      throw ProblemException.of(
          new TableProblem.NotXml(reason(source, broken), span(lines, broken.getLocation())));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private static String reason(Source source, XMLStreamException broken) {
    String told = XmlFault.find(source).orElse(String.valueOf(broken.getMessage()));
    String sentence = told.strip().replaceAll("\\s+", " ");
    String plain = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return plain.length() > 300 ? plain.substring(0, 300) + "…" : plain;
  }

  private static Span span(Lines lines, javax.xml.stream.@Nullable Location at) {
    if (at == null || at.getLineNumber() < 1) {
      return lines.first();
    }
    int offset = lines.offset(at.getLineNumber(), at.getColumnNumber());
    return lines.span(Math.max(0, Math.min(offset, lines.text().length() - 1)), offset + 1);
  }

  /** Builds the tree. */
  private static final class Reading {

    private final Lines lines;
    private final XMLStreamReader xml;
    private final Deque<LocatedXml> open = new ArrayDeque<>();
    private @Nullable LocatedXml root;
    private int depth;
    private int skipping; // elements of other namespaces around the place
    private int elements;

    Reading(Lines lines, XMLStreamReader xml) {
      this.lines = lines;
      this.xml = xml;
    }

    LocatedXml root() throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.END_ELEMENT -> end();
          case XMLStreamConstants.DTD -> throw ProblemException.of(documentType());
          default -> {}
        }
      }
      LocatedXml read = root;
      if (read == null) {
        throw new XMLStreamException("it holds no element");
      }
      return read;
    }

    private TableProblem documentType() {
      int at = lines.text().indexOf("<!DOCTYPE");
      return new TableProblem.DocumentType(
          at < 0 ? lines.first() : lines.span(at, at + "<!DOCTYPE".length()));
    }

    private int here() {
      return lines.offset(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
    }

    private void start() {
      int content = here();
      int start = Math.max(0, lines.text().lastIndexOf('<', content - 1));
      depth++;
      require(depth <= DEEPEST, "The levels of its elements are", DEEPEST, start);
      LocatedXml around = open.peek();
      String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
      if (skipping > 0 || (root != null && !namespace.equals(root.namespace))) {
        skipping++;
        return;
      }
      require(++elements <= MOST_ELEMENTS, "The elements of the file are", MOST_ELEMENTS, start);
      var element =
          new LocatedXml(
              lines, xml.getLocalName().intern(), namespace, attributes(start), start, content);
      open.push(element);
      if (around == null) {
        root = element;
      } else {
        if (around.children.isEmpty()) {
          around.children = new ArrayList<>(2);
        }
        around.children.add(element);
      }
    }

    private Map<String, String> attributes(int start) {
      Map<String, String> attributes = HashMap.newHashMap(xml.getAttributeCount());
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String value = xml.getAttributeValue(i);
        require(value.length() <= LONGEST, "The characters of an attribute are", LONGEST, start);
        if (xml.getAttributeNamespace(i) == null || xml.getAttributeNamespace(i).isEmpty()) {
          attributes.put(xml.getAttributeLocalName(i), value);
        }
      }
      return attributes.isEmpty() ? Map.of() : attributes;
    }

    private void end() {
      depth--;
      if (skipping > 0) {
        skipping--;
        return;
      }
      LocatedXml element = open.pop();
      int after = here();
      int close = after - "</".length();
      while (close >= element.content && !lines.text().startsWith("</", close)) {
        close--;
      }
      element.end = Math.max(element.content, close);
    }

    private void require(boolean isFine, String what, long limit, int at) {
      if (!isFine) {
        throw ProblemException.of(new TableProblem.TooLarge(what, limit, lines.span(at, at + 1)));
      }
    }
  }

  /** Its name without a prefix. */
  String name() {
    return name;
  }

  /** Its namespace, empty when it has none. */
  String namespace() {
    return namespace;
  }

  /** An attribute without a prefix, empty when it has none. */
  String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "").strip();
  }

  /** All elements right inside. */
  List<LocatedXml> children() {
    return children;
  }

  /** Elements of a name right inside. */
  Stream<LocatedXml> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  /** The first element of a name right inside. */
  Optional<LocatedXml> find(String wanted) {
    return children(wanted).findFirst();
  }

  /** The text of its first element of a name; what it holds itself when there is none. */
  LocatedText text(String wanted) {
    return find(wanted).orElse(this).text();
  }

  /** What it holds as text; elements inside count as blanks. */
  LocatedText text() {
    if (end - content > 2 * LONGEST) {
      throw ProblemException.of(
          new TableProblem.TooLarge("The characters of an entry are", LONGEST, span()));
    }
    return children.isEmpty()
        ? LocatedText.of(lines, content, end)
        : LocatedText.of(lines, content, content);
  }

  /** Its tag's name. */
  Span span() {
    return lines.span(start, Math.min(content, start + 1 + nameLength()));
  }

  private int nameLength() {
    String text = lines.text();
    int at = start + 1;
    while (at < content && text.charAt(at) > ' ' && "/>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at - start - 1;
  }

  /** The value of an attribute where it stands, the tag when it has none. */
  Span spanOf(String attribute) {
    String tag = lines.text().substring(start, content);
    int at = tag.indexOf(" " + attribute + "=");
    if (at < 0) {
      return span();
    }
    int value = start + at + attribute.length() + 3; // behind the quote
    return lines.span(value, value + attributes.getOrDefault(attribute, "").length());
  }
}
