package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the Dockerfile names is there, and is what the project builds; no image is made. */
class DockerfileTest {
  private static final String OUTSIDE = "--from=";

  @Test
  void whatIsCopiedIsThere() throws IOException {
    List<List<String>> copies = copies().filter(each -> !each.get(0).startsWith(OUTSIDE)).toList();

    assertThat(copies).hasSizeGreaterThan(2);
    for (List<String> copy : copies) {
      assertThat(copy.subList(0, copy.size() - 1)).allMatch(each -> Files.exists(Path.of(each)));
    }
  }

  @Test
  void theJarIsTheOneThatIsBuilt() throws IOException {
    String name = pom("<quarkus.package.output-name>([^<]+)<") + ".jar";
    List<String> copy = copies().filter(each -> each.get(0).startsWith(OUTSIDE)).toList().get(0);

    assertThat(copy.get(1)).isEqualTo("/build/target/" + name);
    assertThat(found("(?m)^ENV PARALLELIZE_JAR=(\\S+)$").get(0).group(1))
        .isEqualTo(copy.get(2) + name);
  }

  @Test
  void whatIsStartedIsTheLauncher() throws IOException {
    String started = found("(?m)^ENTRYPOINT \\[\"([^\"]+)\"\\]$").get(0).group(1);
    List<String> copy =
        copies().filter(each -> each.get(0).endsWith("/parallelize")).toList().get(0);

    assertThat(copy.get(1) + Path.of(copy.get(0)).getFileName()).isEqualTo(started);
    assertThat(Path.of(copy.get(0))).isExecutable();
    assertThat(found("(?m)^CMD \\[\"stdio\"\\]$")).hasSize(1);
  }

  @Test
  void javaIsTheOneThatTheProjectIsCompiledFor() throws IOException {
    String release = pom("<maven.compiler.release>([^<]+)<");

    assertThat(found("openjdk-(\\d+)-j(?:dk|re)-headless"))
        .hasSize(2)
        .allMatch(each -> each.group(1).equals(release));
  }

  @Test
  void itsPackagesAreDebians() throws IOException, InterruptedException {
    Path release = Path.of("/etc/os-release");
    assumeTrue(
        Files.exists(release) && Files.readString(release).contains("VERSION_CODENAME=bookworm"),
        "not the Debian that the image is made of");
    assumeTrue(isKnown("base-files"), "this machine has no list of Debian's packages");
    List<String> packages =
        found("apt-get install -y --no-install-recommends ([^\\\\]+)").stream()
            .flatMap(each -> Arrays.stream(each.group(1).trim().split("\\s+")))
            .toList();

    assertThat(packages).hasSizeGreaterThan(4);
    for (String name : packages) {
      assertThat(isKnown(name)).as(name).isTrue();
    }
  }

  private static boolean isKnown(String name) throws InterruptedException {
    try {
      return new ProcessBuilder("apt-cache", "show", "--no-all-versions", name)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What stands after each COPY: sources, and last the destination. */
  private static Stream<List<String>> copies() throws IOException {
    return found("(?m)^COPY (.*)$").stream().map(each -> List.of(each.group(1).split("\\s+")));
  }

  private static List<MatchResult> found(String pattern) throws IOException {
    String text = Files.readString(Path.of("Dockerfile"));
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static String pom(String pattern) throws IOException {
    String text = Files.readString(Path.of("pom.xml"));
    return Pattern.compile(pattern).matcher(text).results().toList().get(0).group(1);
  }
}
