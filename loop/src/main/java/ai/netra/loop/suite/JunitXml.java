package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a JUnit XML report: a file, or a folder of them. */
record JunitXml(Path place) {

  /**
   * The results in the report, each under the id of the wanted test where it is about it, else
   * under its own name.
   *
   * @throws SuiteFailure when there is no report, it cannot be read, or it holds no result
   */
  List<WorkerEvent.Invocation> of(String wanted) {
    List<WorkerEvent.Invocation> results = new ArrayList<>();
    for (Path file : files()) {
      NodeList cases = parse(file).getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        results.add(result((Element) cases.item(i), wanted));
      }
    }
    if (results.isEmpty()) {
      throw new SuiteFailure("no result in the report " + place);
    }
    return results;
  }

  private List<Path> files() {
    if (!Files.exists(place)) {
      throw new SuiteFailure("it wrote no report to " + place);
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(f -> Files.isRegularFile(f) && isReport(f)).sorted().toList();
    } catch (IOException e) {
      throw new SuiteFailure("the report cannot be read: " + place, e);
    }
  }

  private boolean isReport(Path file) {
    return file.equals(place) || file.toString().endsWith(".xml");
  }

  /** Without document types, so that a report can pull in nothing. */
  private static Element parse(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new SuiteFailure("the report " + file + " is broken: " + e.getMessage(), e);
    }
  }

  private static WorkerEvent.Invocation result(Element testcase, String wanted) {
    String name = testcase.getAttribute("name");
    String type = testcase.getAttribute("classname");
    Element failure = child(testcase, "failure");
    Element error = child(testcase, "error");
    Element told = error == null ? failure : error;
    return new WorkerEvent.Invocation(
        isAbout(wanted, type, name) ? wanted : type + "#" + name,
        name,
        status(testcase, failure, error),
        told == null ? null : told.getAttribute("type"),
        told == null ? null : told.getAttribute("message"),
        told == null ? null : told.getTextContent());
  }

  private static boolean isAbout(String wanted, String type, String name) {
    return Stream.of(name, type + "#" + name, type + "." + name, type + "::" + name)
        .anyMatch(id -> wanted.equals(id) || wanted.endsWith("/" + id));
  }

  private static Status status(
      Element testcase, @Nullable Element failure, @Nullable Element error) {
    if (error != null) {
      return Status.ERROR;
    }
    if (failure != null) {
      return Status.FAILED;
    }
    return child(testcase, "skipped") == null ? Status.PASSED : Status.SKIPPED;
  }

  private static @Nullable Element child(Element testcase, String name) {
    return (Element) testcase.getElementsByTagName(name).item(0);
  }
}
