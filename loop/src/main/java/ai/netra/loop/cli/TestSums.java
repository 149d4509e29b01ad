package ai.netra.loop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How many tests passed and how many did not; a skipped test is neither. */
record TestSums(int passed, int failed) {

  static final TestSums NONE = new TestSums(0, 0);

  TestSums plus(TestSums other) {
    return new TestSums(passed + other.passed, failed + other.failed);
  }

  /** The same sums with a failure at least: something went wrong that no test tells. */
  TestSums failedAtLeastOnce() {
    return new TestSums(passed, Math.max(1, failed));
  }

  /** The sums of all reports that Maven left in the modules of a project. */
  static TestSums ofReports(Path root) {
    TestSums sums = NONE;
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path module : modules) {
        sums = sums.plus(ofModule(module.resolve("target/surefire-reports")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(root + ": its reports cannot be read", e);
    }
    return sums;
  }

  private static TestSums ofModule(Path reports) throws IOException {
    if (!Files.isDirectory(reports)) {
      return NONE;
    }
    TestSums sums = NONE;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
      for (Path file : files) {
        sums = sums.plus(ofReport(file));
      }
    }
    return sums;
  }

  private static TestSums ofReport(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream stream = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(stream);
      reader.nextTag();
      int failed = number(reader, "failures") + number(reader, "errors");
      return new TestSums(number(reader, "tests") - failed - number(reader, "skipped"), failed);
    } catch (XMLStreamException e) {
      throw new IOException(file + ": is no report", e);
    }
  }

  private static int number(XMLStreamReader reader, String attribute) {
    String value = reader.getAttributeValue(null, attribute);
    return value == null ? 0 : Integer.parseInt(value);
  }
}
