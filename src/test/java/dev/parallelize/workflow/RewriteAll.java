package dev.parallelize.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Rewrites the candidates of the given files, each with a forced strategy ({@code best}: the
 * recommended one), and writes the results beside each other: {@code FILE.py}, {@code FILE@N.py} and
 * {@code FILE@N.diff}. The script {@code compare_rewrites.py} runs and compares them.
 */
public final class RewriteAll {
  private RewriteAll() {}

  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    Optional<String> strategy = Optional.of(arguments[1]).filter(s -> !s.equals("best"));
    int rewritten = 0;
    int refused = 0;
    for (int i = 2; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String text = Files.readString(file);
      String name = (file.getParent().getFileName() + "_" + file.getFileName()).replace(".py", "");
      Files.writeString(out.resolve(name + ".py"), text);
      int number = 0;
      for (EachCandidate.Attempt attempt : EachCandidate.of(file.toString(), text, strategy)) {
        String about = name + " " + attempt.candidate() + " " + attempt.assumptions();
        if (attempt.code().isEmpty()) {
          refused++;
          System.out.println("refused " + about + ": " + attempt.refusal());
          continue;
        }
        rewritten++;
        String numbered = name + "@" + ++number;
        System.out.println("rewritten " + about + " as " + numbered);
        Files.writeString(out.resolve(numbered + ".py"), attempt.code().get());
        Files.writeString(out.resolve(numbered + ".diff"), attempt.diff());
      }
    }
    System.out.println(rewritten + " rewritten, " + refused + " refused");
  }
}
