package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.List;

/** V04: a stand-in comes into a suite where the real system should answer. */
record MockAdded() implements Rule {

  private static final List<Hint> HINTS =
      List.of(
          Hint.of(
              "org\\.(mockito|easymock|jmock|powermock|wiremock|mockserver)|io\\.mockk|okhttp3\\.mockwebserver",
              "a mock"),
          Hint.of("@(Mock|Spy|MockBean|MockitoBean|InjectMocks|SpyBean)\\b", "a mock"),
          Hint.of(
              "\\b(Mockito|WireMock|MockWebServer|MockServerClient|MockRestServiceServer)\\w*\\b",
              "a mock"),
          Hint.of(
              "\\bnew (Mock|Fake|Stub|Dummy)\\w*\\(|\\b(class|record|interface) (Mock|Fake|Stub|Dummy)\\w*",
              "a stand-in"),
          Hint.of("\\b(class|record) \\w*(Mock|Fake|Stub)\\b", "a stand-in"),
          Hint.of(
              "\\bHttpServer\\.create\\(|\\bnew (ServerSocket|HttpServer)\\(",
              "a server of the suite's own"),
          Hint.of(
              "\\bunittest\\.mock|\\bMagicMock\\b|\\bmonkeypatch\\b|@patch\\(|\\bresponses\\.add\\(|requests_mock",
              "a mock"),
          Hint.of(
              "\\b(jest|vi)\\.(mock|fn|spyOn)\\(|\\bnock\\(|\\bsinon\\.|\\bpage\\.route\\(|msw['\"]",
              "a mock"));

  @Override
  public String name() {
    return "V04";
  }

  @Override
  public List<Finding> look(Material material) {
    return material
        .standing()
        .filter(file -> material.roles().isSuite(file.path()))
        .flatMap(
            file ->
                Lines.inText(material, file, HINTS)
                    .map(found -> fatal(file, found.line(), found.words())))
        .toList();
  }
}
