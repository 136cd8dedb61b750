package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the files that the skill needs: those that one installer or another would leave out are not used. */
class InstalledFilesTest {
  private static final Set<String> LEFT_OUT =
      Set.of("metadata.json", "README.md", "context", "prompts", "dist", "playbooks");

  @ParameterizedTest
  @ValueSource(strings = {"skill", "src/main"})
  void noInstallerLeavesOutWhatIsNeeded(String root) throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(root))) {
      assertThat(paths.map(path -> path.getFileName().toString()))
          .hasSizeGreaterThan(10)
          .noneMatch(LEFT_OUT::contains)
          .noneMatch(name -> name.startsWith("_"));
    }
  }
}
