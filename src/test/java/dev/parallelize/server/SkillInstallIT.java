package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The skill, installed from a clone by the clients that people use, into a home of its own: the copy is whole, passes
 * the validators, and its launcher serves.
 */
class SkillInstallIT {
  private static final String NAME = "python-parallelization";
  private static final String ASK =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
          + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
          + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}\n";

  @TempDir static Path folder;
  @TempDir Path home;
  private static Path clone;

  @BeforeAll
  static void cloneTheProject() throws IOException, InterruptedException {
    clone = folder.resolve("clone");
    String here = Path.of("").toAbsolutePath().toUri().toString();
    ForeignProgram git =
        ForeignProgram.run(folder, List.of("git", "clone", "-q", "--depth", "1", here, "clone"));
    assertThat(git.status()).as(git.everything()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file://"})
  void skillsInstallsIt(String scheme) throws IOException, InterruptedException {
    ForeignProgram skills =
        install(
            ForeignClients.installer(
                "skills", "add", scheme + clone, "-g", "-a", "claude-code", "-y", "--copy"));

    assertThat(skills.status()).as(skills.everything()).isZero();
    assertIsWhole(installed());
  }

  @Test
  void playbooksInstallsItAndItServes() throws IOException, InterruptedException {
    String lock = home.resolve(".agents/.skill-lock.json").toString();
    List<String> command = new ArrayList<>(ForeignClients.python("in_terminal.py", lock, NAME));
    command.addAll(
        ForeignClients.installer(
            "playbooks", "add", "skill", clone.toString(), "-g", "-a", "claude-code", "-y"));

    ForeignProgram playbooks = install(command);

    assertThat(playbooks.status()).as(playbooks.everything()).isZero();
    assertIsWhole(installed());
    assertPassesValidators(installed().toRealPath());
    assertServes(installed());
  }

  private Path installed() {
    return home.resolve(".claude/skills").resolve(NAME);
  }

  private ForeignProgram install(List<String> command) throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "DO_NOT_TRACK", "1", "TERM", "xterm");
    return ForeignProgram.run(home, environment, "", command);
  }

  /** What the skill says is there: its pages, the launcher, and all that the launcher builds from. */
  private static void assertIsWhole(Path skill) throws IOException, InterruptedException {
    for (String part : List.of("SKILL.md", "pom.xml", "skill", "src/main")) {
      ForeignProgram difference =
          ForeignProgram.run(
              folder,
              List.of(
                  "diff", "-rq", clone.resolve(part).toString(), skill.resolve(part).toString()));
      assertThat(difference.status()).as(difference.everything()).isZero();
    }
    assertThat(skill.resolve("skill/scripts/parallelize")).isExecutable();
  }

  private static void assertPassesValidators(Path skill) throws IOException, InterruptedException {
    ForeignProgram check =
        ForeignProgram.run(
            folder,
            ForeignClients.installer(
                "skill-check", "check", skill.toString(), "--no-security-scan", "--strict"));
    assertThat(check.status()).as(check.everything()).isZero();
    ForeignProgram reference =
        ForeignProgram.run(folder, ForeignClients.pip("agentskills", "validate", skill.toString()));
    assertThat(reference.status()).as(reference.everything()).isZero();
  }

  /** With the jar where its build would put it, so that this takes seconds and not minutes. */
  private void assertServes(Path skill) throws IOException, InterruptedException {
    Path target = Files.createDirectories(skill.resolve("target"));
    Files.copy(Path.of(PackagedProgram.JAR), target.resolve("python-parallelization.jar"));

    ForeignProgram server =
        ForeignProgram.run(
            home,
            Map.of("HOME", home.toString()),
            ASK,
            List.of(skill.resolve("skill/scripts/parallelize").toString(), "stdio"));

    List<String> answers = server.out().lines().toList();
    assertThat(answers).as(server.everything()).hasSize(2);
    JsonNode tools = StdioClient.JSON.readTree(answers.get(1)).at("/result/tools");
    assertThat(tools)
        .extracting(tool -> tool.get("name").asText())
        .containsExactly("analyze", "classify", "transform", "verify");
  }
}
