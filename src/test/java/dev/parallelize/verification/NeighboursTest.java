package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that import their neighbours, or read files beside them, are run with copies of these. */
class NeighboursTest {
  private static final String SCRIPT =
      """
      import helper
      from concurrent.futures import ThreadPoolExecutor

      lines = open("data.txt").read().split()
      print([helper.double(int(each)) for each in lines])
      helper.seen.extend(lines)
      """;
  private static final String RELATIVE =
      """
      from concurrent.futures import ProcessPoolExecutor

      from ..base import shift


      def run(numbers):
          return [shift(n) for n in numbers]


      if __name__ == "__main__":
          print(run([1, 2, 3]))
      """;
  private static final String RELATIVE_POOLED =
      RELATIVE.replace(
          "return [shift(n) for n in numbers]",
          "with ProcessPoolExecutor(2) as executor:\n"
              + "        return list(executor.map(shift, numbers))");

  @TempDir private Path root;

  @BeforeEach
  void files() throws IOException {
    write("helper.py", "seen = []\n\ndef double(x):\n    return 2 * x\n");
    write("data.txt", "3 4 5\n");
    write("script.py", SCRIPT);
    write(".env", "SECRET=1\n");
    write("pkg/__init__.py", "");
    write("pkg/base.py", "def shift(n):\n    return n + 1\n");
    write("pkg/inner/__init__.py", "");
    write("pkg/inner/work.py", RELATIVE);
    Files.createSymbolicLink(root.resolve("link.txt"), Path.of("data.txt"));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Neighbours of(String name) {
    return Neighbours.of(root, root.resolve(name));
  }

  @Test
  void holdsTheFilesOfTheFolderWithoutLinksAndHiddenOnes() {
    Neighbours found = of("script.py");
    assertThat(found.programName()).isEqualTo("script.py");
    assertThat(found.files().keySet())
        .containsExactlyInAnyOrder(
            "helper.py",
            "data.txt",
            "pkg/__init__.py",
            "pkg/base.py",
            "pkg/inner/__init__.py",
            "pkg/inner/work.py");
  }

  @Test
  void goesUpToTheOutermostPackageAndNotAboveTheRoot() {
    assertThat(of("pkg/inner/work.py").programName()).isEqualTo("pkg/inner/work.py");
    Path inner = root.resolve("pkg/inner");
    assertThat(Neighbours.of(inner, inner.resolve("work.py")).files().keySet())
        .containsExactly("__init__.py");
  }

  @Test
  void largeFilesAreLeftOutByName() throws IOException {
    Files.write(root.resolve("large.bin"), new byte[17 << 20]);
    assertThat(of("script.py").leftOut()).containsExactly("large.bin");
  }

  @Test
  void aScriptFindsItsNeighboursAndTheirStateIsCompared() {
    assertThat(verify("script.py", SCRIPT, SCRIPT).verdict()).isEqualTo(Verdict.EQUIVALENT);
    VerificationReport changed =
        verify("script.py", SCRIPT, SCRIPT.replace("extend(lines)", "extend(lines[:-1])"));
    assertThat(changed.differences())
        .extracting(Difference::path)
        .contains("len(globals.helper:seen)");
  }

  @Test
  void aModuleOfAPackageRunsWithItsRelativeImportsInWorkersToo() {
    VerificationReport report = verify("pkg/inner/work.py", RELATIVE, RELATIVE_POOLED);
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(report.runs()).anyMatch(each -> each.startMethod().equals(Optional.of("spawn")));
    assertThat(report.runs()).allMatch(each -> each.outcome().equals("ok"));
  }

  private VerificationReport verify(String name, String original, String transformed) {
    return VerifierTest.verify(
        new VerificationRequest(
            PythonSource.of(original),
            PythonSource.of(transformed),
            of(name),
            Optional.empty(),
            List.of(),
            VerificationOptions.USUAL.withRepeats(0)));
  }
}
