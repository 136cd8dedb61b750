package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeRequest;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.ParallelizationWorkflow;
import dev.parallelize.workflow.ProgramText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What modules around a file do counts where it calls them; what cannot be seen of them stays unknown. */
class ImportedFilesTest {
  private static final String WORK =
      """
      import math

      def work(n):
          total = 0.0
          for k in range(20000):
              total += math.sqrt(k * n)
          return total
      """;

  @TempDir Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = folder.toRealPath();
  }

  @Test
  void aPureFunctionOfASiblingIsProved() throws IOException {
    write("helpers.py", WORK);
    assertVerdict("parallelizable", "import helpers", "helpers.work(n)");
    assertVerdict("parallelizable", "from helpers import work", "work(n)");
    assertVerdict("parallelizable", "from helpers import work as score", "score(n)");
  }

  @Test
  void anEffectTwoModulesAwayIsSeen() throws IOException {
    write(
        "helpers.py",
        "from audit import note\n" + WORK + "\ndef checked(n):\n    note(n)\n    return work(n)\n");
    write("audit.py", "import log\n\ndef note(n):\n    log.write(n)\n");
    write("log.py", "def write(n):\n    print('seen', n)\n");
    assertVerdict("sequential", "import helpers", "helpers.checked(n)");
    assertVerdict("parallelizable", "import helpers", "helpers.work(n)");
  }

  @Test
  void stateOfASiblingIsSeen() throws IOException {
    write(
        "helpers.py",
        "seen = 0\nRATES = {'a': 1}\n"
            + WORK
            + """

            def counted(n):
                global seen
                seen += 1
                return work(n)

            def numbered(n):
                return work(n) + seen

            def rated(n):
                return work(n) * RATES.get(n, 2)
            """);
    assertVerdict("sequential", "import helpers", "helpers.counted(n)");
    assertVerdict("conditional", "import helpers", "helpers.numbered(n)");
    assertVerdict("conditional", "import helpers", "helpers.work(n + helpers.seen)");
    assertVerdict("parallelizable", "import helpers", "helpers.rated(n)");
    assertVerdict("conditional", "import helpers\nhelpers.RATES['b'] = 3", "helpers.rated(n)");
    assertVerdict("sequential", "import helpers\nhelpers.work = print", "helpers.work(n)");
  }

  @Test
  void modulesOfAPackageAreFound() throws IOException {
    write("package/__init__.py", "from .part import work\n");
    write("package/part.py", WORK);
    write("package/inner/__init__.py", "");
    write(
        "package/inner/deep.py",
        "from ..part import work\n\ndef twice(n):\n    return 2 * work(n)\n");
    assertVerdict("parallelizable", "from package import work", "work(n)");
    assertVerdict("parallelizable", "import package.inner.deep", "package.inner.deep.twice(n)");
    assertVerdict("package/user.py", "parallelizable", "from .part import work", "work(n)");
    assertVerdict("package/user.py", "parallelizable", "from . import part", "part.work(n)");
    assertVerdict("package/user.py", "parallelizable", "from package.part import work", "work(n)");
  }

  @Test
  void aSiblingWithTheNameOfALibraryHidesIt() throws IOException {
    assertVerdict("parallelizable", "import math", "sum(math.sqrt(k * n) for k in range(9000))");
    write("math.py", "def sqrt(n):\n    print(n)\n    return n\n");
    assertVerdict("conditional", "import math", "sum(math.sqrt(k * n) for k in range(9000))");
  }

  @Test
  void whatCannotBeToldIsUnknown() throws IOException {
    write("circle.py", "import helpers\n" + WORK);
    write("helpers.py", "import circle\n" + WORK);
    assertVerdict("conditional", "import helpers", "helpers.work(n)");
    write("loud.py", "print('imported')\n" + WORK);
    assertVerdict("conditional", "import loud", "loud.work(n)");
    write("broken.py", "def work(n:\n");
    assertVerdict("conditional", "import broken", "broken.work(n)");
    write("marks.py", WORK + "\ndef mark(rows):\n    rows[0].done = True\n    return work(3)\n");
    assertVerdict("conditional", "import marks", "marks.mark([n])");
  }

  @Test
  void nothingOutsideTheRootIsRead() throws IOException {
    write("helpers.py", WORK);
    write("inside/__init__.py", "");
    write("inside/main.py", loop("from ..helpers import work", "work(n)"));
    Workspace narrow = Workspace.of(() -> List.of(folder.resolve("inside")));
    assertThat(verdict(narrow, "main.py")).isEqualTo("conditional");
    Files.createSymbolicLink(folder.resolve("inside/linked.py"), folder.resolve("helpers.py"));
    write("inside/main.py", loop("from linked import work", "work(n)"));
    assertThat(verdict(narrow, "main.py")).isEqualTo("conditional");
  }

  @Test
  void tooManyFilesAreNotLookedInto() throws IOException {
    StringBuilder imports = new StringBuilder("import helpers\n");
    for (int i = 0; i < 420; i++) {
      write("part" + i + ".py", "");
      imports.append("import part").append(i).append('\n');
    }
    write("helpers.py", WORK);
    assertVerdict("conditional", imports.toString(), "helpers.work(n)");
  }

  @Test
  void aFolderIsAnalyzedAsItsFilesAre() throws IOException {
    write("helpers.py", WORK);
    write("main.py", loop("import helpers", "helpers.work(n)"));
    Workspace workspace = Workspace.of(() -> List.of(folder));
    List<ProgramText> programs = workspace.readFolder(workspace.find(".")).programs();
    Outcome<AnalyzeAnswer> outcome =
        new ParallelizationWorkflow().analyze(request(programs, Optional.of(".")));
    assertThat(((Outcome.Answered<AnalyzeAnswer>) outcome).answer().candidates())
        .anyMatch(
            c -> c.id().equals("main.py:run/for/1") && c.verdict().name().equals("PARALLELIZABLE"));
  }

  private void assertVerdict(String expected, String imports, String call) throws IOException {
    assertVerdict("main.py", expected, imports, call);
  }

  private void assertVerdict(String file, String expected, String imports, String call)
      throws IOException {
    write(file, loop(imports, call));
    assertThat(verdict(Workspace.of(() -> List.of(folder)), file))
        .as("%s, %s", imports, call)
        .isEqualTo(expected);
  }

  private static String loop(String imports, String call) {
    return imports
        + """


        def run(numbers):
            results = []
            for n in numbers:
                results.append(CALL)
            return results
        """
            .replace("CALL", call);
  }

  private static String verdict(Workspace workspace, String file) {
    ProgramText program = workspace.read(workspace.find(file));
    Outcome<AnalyzeAnswer> outcome =
        new ParallelizationWorkflow().analyze(request(List.of(program), Optional.empty()));
    return ((Outcome.Answered<AnalyzeAnswer>) outcome)
        .answer().candidates().stream()
            .filter(c -> c.id().equals("run/for/1"))
            .findFirst()
            .orElseThrow()
            .verdict()
            .name()
            .toLowerCase(Locale.ROOT);
  }

  private static AnalyzeRequest request(List<ProgramText> programs, Optional<String> folder) {
    return new AnalyzeRequest(
        programs,
        folder,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        AnalyzeRequest.Detail.CONCISE,
        Optional.empty(),
        Optional.empty());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
