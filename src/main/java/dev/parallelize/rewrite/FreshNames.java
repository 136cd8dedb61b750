package dev.parallelize.rewrite;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.TypeParameter;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names for new variables and functions that a file binds and reads nowhere, in no scope. Each name
 * handed out is taken from then on.
 *
 * <p>Text that looks like a name counts as a use of it, since {@code globals()[…]} may reach it.
 */
public final class FreshNames {
  private static final java.util.regex.Pattern IDENTIFIER =
      java.util.regex.Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Set<String> RESERVED =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield match case type print len range list dict set"
                  + " tuple int float str bool bytes sum min max map filter zip sorted enumerate"
                  + " any all abs round open next iter id input hash")
              .split(" "));

  private final Set<String> taken;

  private FreshNames(Set<String> taken) {
    this.taken = taken;
  }

  /** Names for new code of the file. */
  public static FreshNames of(SyntaxTree tree) {
    Set<String> taken = new HashSet<>(identifiers(tree.module()));
    Walk.each(
        tree.module(),
        node -> {
          if (node instanceof Expression.Constant constant
              && constant.value() instanceof Literal.Text text
              && IDENTIFIER.matcher(text.value()).matches()) {
            taken.add(text.value());
          }
        });
    return new FreshNames(taken);
  }

  /** The first of the preferred names that is free, else the last of them with a number. */
  public String fresh(String... preferred) {
    for (String name : preferred) {
      if (isFree(name)) {
        return take(name);
      }
    }
    String base = preferred[preferred.length - 1];
    int number = 2;
    while (!isFree(base + "_" + number)) {
      number++;
    }
    return take(base + "_" + number);
  }

  /** A name for a new method: no object of the file may have an attribute of that name. */
  public String freshMethod(SyntaxTree tree, String base) {
    String name = fresh(base);
    while (Mentions.ofAttribute(tree.module(), name)) {
      name = fresh(base);
    }
    return name;
  }

  /** Whether new code may bind the name. */
  public boolean isFree(String name) {
    return !taken.contains(name) && !RESERVED.contains(name);
  }

  private String take(String name) {
    taken.add(name);
    return name;
  }

  /** Every name that the code binds, declares or reads, in any scope; attributes do not count. */
  static Set<String> identifiers(Node root) {
    Set<String> names = new HashSet<>();
    Walk.each(root, node -> names.addAll(named(node)));
    return names;
  }

  private static List<String> named(Node node) {
    if (node instanceof Expression.Name name) {
      return List.of(name.id());
    } else if (node instanceof Argument argument) {
      return List.of(argument.name());
    } else if (node instanceof Alias alias) {
      return List.of(alias.boundName());
    } else if (node instanceof Statement.FunctionDef function) {
      return List.of(function.name());
    } else if (node instanceof Statement.ClassDef type) {
      return List.of(type.name());
    } else if (node instanceof Statement.Global global) {
      return global.names();
    } else if (node instanceof Statement.Nonlocal nonlocal) {
      return nonlocal.names();
    } else if (node instanceof ExceptHandler handler) {
      return handler.name().stream().toList();
    } else if (node instanceof Pattern.MatchAs as) {
      return as.name().stream().toList();
    } else if (node instanceof Pattern.MatchStar star) {
      return star.name().stream().toList();
    } else if (node instanceof Pattern.MatchMapping mapping) {
      return mapping.rest().stream().toList();
    } else if (node instanceof TypeParameter parameter) {
      return List.of(parameter.name());
    }
    return List.of();
  }
}
