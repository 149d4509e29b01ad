package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.service.Refused;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormPartTest {

  private static final String TYPE = "multipart/form-data; boundary=\"XX\"";

  @Test
  void theFirstFileIsFoundBehindOtherParts() throws Exception {
    String form =
        """
        --XX
        Content-Disposition: form-data; name="a"

        value
        --XX
        Content-Disposition: form-data; name="file"; filename="u.csv"
        Content-Type: text/csv

        a,b
        1,--X

        --XX--
        """;

    FormPart part = FormPart.first(form(form.replace("\n", "\r\n")), TYPE);

    assertThat(part.fileName()).isEqualTo("u.csv");
    assertThat(part.contentType()).isEqualTo("text/csv");
    assertThat(new String(part.content().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("a,b\r\n1,--X\r\n");
  }

  @Test
  void aFormWithoutAFileIsRefused() {
    InputStream form =
        form("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--XX--\r\n");

    assertThatThrownBy(() -> FormPart.first(form, TYPE))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a part that is a file");
  }

  @Test
  void aFormThatBreaksOffIsRefused() {
    InputStream form =
        form("--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"u\"\r\n\r\nval");

    assertThatThrownBy(() -> FormPart.first(form, TYPE).content().readAllBytes())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("closing boundary");
  }

  private static InputStream form(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
