package dev.parallelize.workflow;

import dev.parallelize.rewrite.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a linter and a formatter of Python have to say of programs. */
final class Style {
  private Style() {}

  /**
   * The remarks of ruff by the name of the program; none for one that is as it should be.
   *
   * @param programs code by name
   * @param folder an empty folder for the files
   */
  static Map<String, String> remarks(Map<String, String> programs, Path folder)
      throws IOException, InterruptedException {
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, String> program : programs.entrySet()) {
      String file = program.getKey().replace('/', '_') + ".py";
      names.put(file, program.getKey());
      Files.writeString(folder.resolve(file), program.getValue());
    }
    String ruff = Python.tool("ruff").toAbsolutePath().toString();
    String all = "";
    for (List<String> how :
        List.of(
            List.of(
                "check",
                "--output-format=concise",
                "--no-cache",
                "--isolated",
                "--target-version=py311",
                "."),
            List.of("format", "--diff", "--no-cache", "--isolated", "."))) {
      List<String> command = new ArrayList<>(List.of(ruff));
      command.addAll(how);
      all += Python.command(folder, command).output();
    }
    Map<String, String> remarks = new HashMap<>();
    String about = "";
    for (String line : all.lines().toList()) {
      about = names.keySet().stream().filter(line::contains).findFirst().orElse(about);
      if (!about.isEmpty()) {
        remarks.merge(names.get(about), line + "\n", String::concat);
      }
    }
    return remarks;
  }
}
