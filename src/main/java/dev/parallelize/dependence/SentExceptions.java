package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.semantics.Value;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exceptions that travel as values: they arrive without their traceback, cause and context (documentation of {@code
 * BaseException.__reduce__}), which matters where the program asks for those.
 */
final class SentExceptions {
  private final Program program;

  SentExceptions(Program program) {
    this.program = program;
  }

  List<Obstruction> among(
      List<Handover.Item> sent, List<Handover.Item> results, List<? extends Node> work) {
    List<Obstruction> found = new ArrayList<>();
    burdened(work).forEach(found::add);
    Reached.by(program, work).forEach(code -> Walk.each(code, n -> raised(n).forEach(found::add)));
    if (program.questions().traces().isEmpty()) {
      return found;
    }
    boolean asked = isAsked(work);
    Stream.concat(
            sent.stream().filter(i -> asked && i.value().type().isUnknown()),
            Stream.concat(sent.stream(), results.stream())
                .filter(i -> isException(i.value().type())))
        .filter(i -> !program.assumptions().holds("picklable", i.symbol()))
        .map(i -> Obstruction.unpicklable(i.symbol(), i.offset()))
        .forEach(found::add);
    return found;
  }

  /** {@code except … as error: error.undo = lambda: …; raise}. */
  private Stream<Obstruction> burdened(List<? extends Node> work) {
    List<Statement.Assign> burdens =
        program.questions().burdens().stream().filter(this::staysHere).toList();
    return burdens.isEmpty()
        ? Stream.empty()
        : Reached.by(program, work).stream()
            .flatMap(code -> burdens.stream().filter(b -> code.span().contains(b.span())))
            .map(b -> Obstruction.unpicklable(burdened(b).id(), b.start()));
  }

  /** {@code raise Failed(lambda: item)}: an exception of a class, or with arguments, that cannot be sent. */
  private List<Obstruction> raised(Node node) {
    if (!(node instanceof Statement.Raise raise)
        || !(raise.exception().orElse(null) instanceof Expression.Call call)) {
      return List.of();
    }
    List<Expression> parts = new ArrayList<>(call.arguments());
    call.keywords().forEach(k -> parts.add(k.value()));
    parts.add(call.function());
    return parts.stream()
        .filter(this::staysHere)
        .map(e -> Obstruction.unpicklable(text(e), e.start()))
        .toList();
  }

  private String text(Expression e) {
    return program.tree().source().text(e.span());
  }

  private boolean staysHere(Expression e) {
    Optional<Scope> frame = frameAround(e);
    return frame.isPresent()
        && !new Picklability(program).holds(program.frame(frame.get()), program.value(e))
        && !program.assumptions().holds("picklable", text(e));
  }

  /** The function that the expression stands in, as its names tell. */
  private Optional<Scope> frameAround(Expression e) {
    List<Expression.Name> names = new ArrayList<>();
    Walk.each(
        e,
        n -> {
          if (n instanceof Expression.Name name) {
            names.add(name);
          }
        });
    return names.stream().findFirst().map(n -> program.frameOf(program.scopes().around(n)));
  }

  private boolean staysHere(Statement.Assign burden) {
    Scope frame = program.frameOf(program.scopes().around(burdened(burden)));
    Value given = program.value(burden.value());
    return !new Picklability(program).holds(program.frame(frame), given)
        && !program.assumptions().holds("picklable", burdened(burden).id());
  }

  private static Expression.Name burdened(Statement.Assign burden) {
    return (Expression.Name) ((Expression.Attribute) burden.targets().get(0)).value();
  }

  /** The work asks, maybe the item, whatever it is. */
  private boolean isAsked(List<? extends Node> work) {
    return Reached.by(program, work).stream()
        .anyMatch(
            code ->
                program.questions().traces().stream()
                    .anyMatch(a -> code.span().contains(a.span())));
  }

  private boolean isException(Type type) {
    if (!type.isProgramClass()) {
      return ExceptionArguments.isException(type.name())
          || type.arguments().stream().anyMatch(this::isException);
    }
    Optional<Scope> known = program.programClass(type.className());
    return known.isPresent()
        && program.libraryBases(known.get()).stream().anyMatch(ExceptionArguments::isException);
  }
}
