package dev.parallelize.rewrite;

import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Statement;
import java.util.Comparator;
import java.util.Locale;

/** An import statement that is to be added, and the name that it binds. */
record ImportLine(ImportRequest request, String bound) {
  String statement() {
    boolean dotted = request.name().isEmpty() && bound.equals(request.binds());
    return request.statement(dotted ? request.expression() : bound);
  }

  Place place() {
    return new Place(
        StandardModules.contains(request.module()) ? Place.STANDARD : Place.INSTALLED,
        request.name().isPresent(),
        request.module().toLowerCase(Locale.ROOT));
  }

  /**
   * Where a statement belongs among others, in the order that import sorters use: the standard
   * library, then installed packages, then the program's own modules; in each, {@code import} before
   * {@code from}.
   */
  record Place(int section, boolean from, String module) implements Comparable<Place> {
    static final int STANDARD = 1;
    static final int INSTALLED = 2;
    static final int OWN = 3;
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::section)
            .thenComparing(Place::from)
            .thenComparing(Place::module);

    static Place of(Statement statement) {
      if (statement instanceof Statement.ImportFrom from) {
        String module = from.module().orElse("");
        return new Place(sectionOf(module, from.level()), true, module.toLowerCase(Locale.ROOT));
      }
      Alias first = ((Statement.Import) statement).names().get(0);
      return new Place(sectionOf(first.name(), 0), false, first.name().toLowerCase(Locale.ROOT));
    }

    private static int sectionOf(String module, int level) {
      if (level > 0) {
        return OWN;
      }
      return StandardModules.contains(module) ? STANDARD : INSTALLED;
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}
