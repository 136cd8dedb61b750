package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.Node;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the checks are: one scope of the program, with what matters of the blocks inside it. */
final class Scope {
  /** What opens a scope. */
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    LAMBDA,
    COMPREHENSION,
    /** Type parameters and what else is evaluated with them. */
    TYPE_PARAMETERS,
    /** A bound, a default, the value of a type alias, or an annotation that is not evaluated. */
    ANNOTATION
  }

  final Kind kind;
  final @Nullable Scope parent;
  final Node node;

  /** For messages: "list comprehension", "a TypeVar bound". */
  final String noun;

  boolean isAsync;

  /** True for generator expressions, which may be asynchronous anywhere. */
  boolean generator;

  /** True once an await or an asynchronous clause stands directly in it. */
  boolean coroutine;

  boolean yields;
  int valuedReturn = -1;

  /** True once a global or nonlocal statement stood in it. */
  boolean declares;

  int loops;
  int blocks;

  /** Where a block stands that is one too many in a generator or coroutine; -1 if none does. */
  int fullAt = -1;

  boolean inStarredHandler;

  /** Above 0 inside what a comprehension iterates over. */
  int iterables;

  /** Of a comprehension: the names that its clauses bind. */
  final Set<String> iterationNames = new HashSet<>(0);

  /** Of a comprehension: the names that := in it binds outside. */
  final Set<String> assignedOutside = new HashSet<>(0);

  private @Nullable ScopeNames names;

  Scope(Kind kind, @Nullable Scope parent, Node node, String noun) {
    this.kind = kind;
    this.parent = parent;
    this.node = node;
    this.noun = noun;
    this.iterables = parent == null ? 0 : parent.iterables;
  }

  boolean isFunction() {
    return kind == Kind.FUNCTION || kind == Kind.LAMBDA || kind == Kind.COMPREHENSION;
  }

  /** True for what is evaluated as part of a class body, though in a scope of its own. */
  boolean seesClass() {
    boolean evaluated =
        kind == Kind.TYPE_PARAMETERS || kind == Kind.ANNOTATION && !noun.equals("an annotation");
    return evaluated && parent != null && (parent.kind == Kind.CLASS || parent.seesClass());
  }

  /** The names of the scope, gathered when first asked for: few scopes need them. */
  ScopeNames names() {
    ScopeNames gathered = names;
    if (gathered == null) {
      gathered = ScopeNames.of(node);
      names = gathered;
    }
    return gathered;
  }
}
