package dev.parallelize.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page at {@code /}: what it may do, and that it works in a browser. */
@QuarkusTest
class ReviewPageTest {
  @TestHTTPResource("/")
  URI url;

  @Test
  void thePageIsOneTextThatMayRunOnlyItsOwnScript() {
    Response page = given().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; connect-src 'self';")
        .containsPattern("script-src 'sha256-[\\w+/]{43}='$");
    assertThat(page.body().asString())
        .doesNotContain("/*script*/", "/*style*/", " src=\"", "href=\"http", "innerHTML");
  }

  @Test
  void aPersonCanWorkThroughItByKeyboard() throws Exception {
    boolean browser =
        Files.exists(Path.of("/usr/bin/chromium"))
            && Files.exists(Path.of("/usr/bin/chromedriver"));
    assumeTrue(browser, "no Chromium here: apt-get install chromium chromium-driver");
    Path python = Path.of(System.getProperty("python.venv", "target/venv"), "bin", "python");

    Process process =
        new ProcessBuilder(
                python.toAbsolutePath().toString(),
                "src/test/python/check_review_page.py",
                url.toString(),
                "target/screenshots")
            .redirectErrorStream(true)
            .start();

    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(said).contains("page works");
    }
  }
}
