package bailiwick.rules.table;

import bailiwick.rules.source.Source;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Says in English what breaks a file that is no XML, whatever language the machine speaks: the
 * JDK's reader of events has no way to be told, its older reader has.
 */
final class XmlFault {

  private XmlFault() {}

  /** What is wrong, empty when the older reader finds nothing. O(length of the text). */
  static Optional<String> find(Source source) {
    try {
      parser().parse(new InputSource(new StringReader(source.text())));
      return Optional.empty();
    } catch (SAXException broken) {
      return Optional.ofNullable(broken.getMessage());
    } catch (IOException | ParserConfigurationException failed) {
      throw new IllegalStateException("The JDK's XML reader failed on a text.", failed);
    }
  }

  @SuppressWarnings("deprecation") // only the first version of SAX lets the language be chosen
  private static Parser parser() throws SAXException, ParserConfigurationException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Parser parser = factory.newSAXParser().getParser();
    parser.setLocale(Locale.ROOT);
    parser.setErrorHandler(new DefaultHandler());
    return parser;
  }
}
