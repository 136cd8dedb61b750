package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.ProgramText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files calls may name. */
class WorkspaceTest {
  @TempDir Path folder;
  private Path root;
  private Workspace workspace;

  @BeforeEach
  void files() throws IOException {
    root = Files.createDirectories(folder.resolve("project"));
    Files.createDirectories(root.resolve("pkg/.hidden"));
    Files.createDirectories(root.resolve("env/lib"));
    Files.writeString(root.resolve("env/pyvenv.cfg"), "");
    Files.writeString(root.resolve("env/lib/installed.py"), "");
    Files.writeString(root.resolve("pkg/.hidden/secret.py"), "");
    Files.writeString(root.resolve("pkg/b.py"), "b = 'größer'\n");
    Files.writeString(root.resolve("a.py"), "a = 1\n");
    Files.write(root.resolve("latin.py"), new byte[] {'x', '=', '"', (byte) 0xe4, '"'});
    Files.createDirectories(folder.resolve("project-sibling"));
    Files.writeString(folder.resolve("project-sibling/c.py"), "c = 1\n");
    Files.createSymbolicLink(root.resolve("out.py"), folder.resolve("project-sibling/c.py"));
    Files.createSymbolicLink(root.resolve("in.py"), root.resolve("a.py"));
    Files.createSymbolicLink(root.resolve("nowhere.py"), folder.resolve("missing.py"));
    workspace = Workspace.of(() -> List.of(root));
  }

  @Test
  void aFileIsNamedRelativeToItsRoot() {
    ProgramText byRelative = workspace.read(workspace.find("pkg/b.py"));
    ProgramText byAbsolute = workspace.read(workspace.find(root.resolve("pkg/b.py").toString()));
    assertThat(byRelative.path()).contains("pkg/b.py");
    assertThat(byRelative.source().text()).isEqualTo("b = 'größer'\n");
    assertThat(byAbsolute.path()).contains("pkg/b.py");
  }

  @Test
  void aLinkThatStaysInsideIsFollowed() {
    assertThat(workspace.read(workspace.find("in.py")).source().text()).isEqualTo("a = 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../project-sibling/c.py",
        "out.py",
        "/etc/passwd",
        "/no/such/file.py",
        "pkg/../../project-sibling/c.py",
        ".."
      })
  void whatLiesOutsideIsRefused(String path) {
    assertThat(refusal(path)).isEqualTo(ErrorCode.OUTSIDE_ROOTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.py", "pkg/missing.py", "a.py/x", "nowhere.py"})
  void whatDoesNotExistIsNotFound(String path) {
    assertThat(refusal(path)).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\0.py"})
  void whatIsNoPathIsAnInvalidArgument(String path) {
    assertThat(refusal(path)).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void withoutRootsNothingCanBeNamed() {
    Workspace none = Workspace.of(List::of);
    InvalidArgument refused =
        catchThrowableOfType(InvalidArgument.class, () -> none.find(root + "/a.py"));
    assertThat(refused.error().code()).isEqualTo(ErrorCode.OUTSIDE_ROOTS);
    assertThat(refused.error().hint().orElse("")).contains("--root");
  }

  @Test
  void aFolderGivesTheProjectsOwnFilesInOrder() {
    Workspace.Folder found = workspace.readFolder(workspace.find("."));
    assertThat(found.programs())
        .extracting(p -> p.path().orElse(""))
        .containsExactly("a.py", "pkg/b.py");
    assertThat(found.skipped())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.path()).isEqualTo("latin.py");
              assertThat(s.error().code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
            });
  }

  @Test
  void aLargeFileIsRefused() throws IOException {
    Files.write(root.resolve("large.py"), new byte[Limits.SOURCE_BYTES + 1]);
    InvalidArgument refused =
        catchThrowableOfType(
            InvalidArgument.class, () -> workspace.read(workspace.find("large.py")));
    assertThat(refused.error().code()).isEqualTo(ErrorCode.TOO_LARGE);
  }

  private ErrorCode refusal(String path) {
    return catchThrowableOfType(InvalidArgument.class, () -> workspace.read(workspace.find(path)))
        .error()
        .code();
  }
}
