package dev.parallelize.verification;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells whether two places where exceptions came from are the same statement, by lines that the rewrite left as they were.
 *
 * <p>A line that the rewrite changed, added or took away has no counterpart: of it nothing is claimed. Nor is of a place in
 * another file, unless both are. The texts that run may hold lines of the harness; those are looked through.
 */
final class Places {
  /** Claims nothing. */
  static final Places NONE = new Places(Optional.empty(), Optional.empty());

  private final Optional<VerificationRequest> request;
  private final Optional<StaticFindings> findings;

  private Places(Optional<VerificationRequest> request, Optional<StaticFindings> findings) {
    this.request = request;
    this.findings = findings;
  }

  static Places of(VerificationRequest request, StaticFindings findings) {
    return new Places(Optional.of(request), Optional.of(findings));
  }

  /** The places as they are to be shown, each with its line in the version it belongs to, if they differ for sure. */
  Optional<List<String>> differing(Observation original, Observation transformed) {
    Optional<Observation.Place> before = place(original);
    Optional<Observation.Place> after = place(transformed);
    if (before.isEmpty() || after.isEmpty() || request.isEmpty()) {
      return Optional.empty();
    }
    if (isProgram(before.get()) != isProgram(after.get())) {
      return Optional.empty();
    }
    if (!isProgram(before.get())) {
      return before.equals(after) ? Optional.empty() : shown(before.get(), after.get());
    }
    OptionalInt left = ownLine(original, before.get());
    OptionalInt right = ownLine(transformed, after.get());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    List<String> old = lines(text(original));
    List<String> now = lines(text(transformed));
    OptionalInt there = counterpart(old, now, left.getAsInt());
    boolean kept = counterpart(now, old, right.getAsInt()).isPresent();
    return there.isPresent() && kept && there.getAsInt() != right.getAsInt()
        ? shown(
            new Observation.Place(before.get().file(), left.getAsInt()),
            new Observation.Place(after.get().file(), right.getAsInt()))
        : Optional.empty();
  }

  private static Optional<Observation.Place> place(Observation observation) {
    return observation.raised().flatMap(Observation.Raised::place);
  }

  private boolean isProgram(Observation.Place place) {
    return request.orElseThrow().neighbours().programName().equals(place.file());
  }

  private static Optional<List<String>> shown(Observation.Place before, Observation.Place after) {
    return Optional.of(
        List.of(before.file() + " line " + before.line(), after.file() + " line " + after.line()));
  }

  private String text(Observation observation) {
    return request.orElseThrow().source(observation.plan().version()).text();
  }

  /** The line of the version's own text; empty for a line of the harness. */
  private OptionalInt ownLine(Observation observation, Observation.Place place) {
    String own = text(observation);
    String ran = findings.orElseThrow().text(observation.plan()).orElse(own);
    return ran.equals(own)
        ? OptionalInt.of(place.line())
        : counterpart(lines(ran), lines(own), place.line());
  }

  /** Where a line of one text stands in the other, both counted from 1; empty when it is not there as it was. */
  static OptionalInt counterpart(List<String> from, List<String> to, int line) {
    int shift = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
      int start = delta.getSource().getPosition() + 1;
      int size = delta.getType() == DeltaType.INSERT ? 0 : delta.getSource().size();
      if (line < start) {
        break;
      }
      if (line < start + size) {
        return OptionalInt.empty();
      }
      shift += delta.getTarget().size() - delta.getSource().size();
    }
    return line < 1 || line > from.size() ? OptionalInt.empty() : OptionalInt.of(line + shift);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
