package dev.parallelize.dependence;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a whole number that a loop asks for before each round stays what it is: made of variables, lengths and constants
 * that nothing in the body changes, and asking for it does nothing.
 */
record RangeEnd(Program program, Scope frame, List<Statement> body) {
  private static final Set<String> CALLS = Set.of("builtins.len", "builtins.min", "builtins.max");

  /** Storing elements leaves the length of these what it is. */
  private static final Set<String> SIZED_FOR_GOOD =
      Set.of("list", "numpy.ndarray", "array.array", "bytearray");

  private static final Set<String> WHOLE =
      Set.of(Fact.ELEMENTS, Fact.ANY, Fact.FILE, Fact.EVERYTHING);

  boolean holds(Expression bound) {
    Set<String> names = new HashSet<>();
    Set<String> attributes = new HashSet<>();
    Set<Root> roots = new HashSet<>();
    boolean[] plain = {program.type(bound).isInteger()};
    Walk.each(
        bound,
        n -> {
          if (n instanceof Expression e) {
            plain[0] &= isPlain(e);
            program.value(e).roots().stream().filter(r -> !r.isCode()).forEach(roots::add);
          }
          if (n instanceof Expression.Name name) {
            names.add(name.id());
          } else if (n instanceof Expression.Attribute attribute) {
            attributes.add(attribute.attribute());
          }
        });
    return plain[0] && isQuiet(bound) && keeps(names, attributes, roots);
  }

  private boolean isPlain(Expression e) {
    if (e instanceof Expression.Call call) {
      return CALLS.stream().anyMatch(name -> AffineForms.calls(program, call, name));
    }
    return e instanceof Expression.Name
        || e instanceof Expression.Attribute
        || e instanceof Expression.Constant
        || e instanceof Expression.BinOp
        || e instanceof Expression.UnaryOp
        || e instanceof Expression.Subscript s && s.slice() instanceof Expression.Constant;
  }

  private boolean isQuiet(Expression bound) {
    return program.facts(frame, bound.span()).stream()
        .map(Located::fact)
        .allMatch(
            f ->
                f instanceof Fact.Reads
                    || f instanceof Fact.ReadsName
                    || f instanceof Fact.Iterates);
  }

  private boolean keeps(Set<String> names, Set<String> attributes, Set<Root> roots) {
    boolean[] kept = {true};
    for (Statement statement : body) {
      Walk.each(
          statement,
          n ->
              kept[0] &=
                  !(n instanceof Expression.Name name
                      && name.context() != Context.LOAD
                      && names.contains(name.id())));
    }
    Span all = new Span(body.get(0).start(), body.get(body.size() - 1).end());
    for (Located done : program.facts(frame, all)) {
      Fact fact = done.fact();
      kept[0] &=
          !(fact instanceof Fact.CallsUnknown)
              && !(fact instanceof Fact.CallsParameter)
              && !(fact instanceof Fact.BindsName bind && names.contains(bind.name()))
              && !(fact instanceof Fact.Mutates m
                  && (WHOLE.contains(m.field()) || attributes.contains(m.field()))
                  && roots.stream().anyMatch(r -> program.mayAlias(frame, r, m.root()))
                  && !isElement(done));
    }
    return kept[0];
  }

  /** {@code xs[i] = value}, not a slice, which may be longer or shorter than what was there. */
  private boolean isElement(Located done) {
    return program
        .subscriptAt(done.start(), done.end())
        .filter(s -> s.context() == Context.STORE && done.via().isEmpty())
        .filter(s -> SIZED_FOR_GOOD.contains(program.type(s.value()).name()))
        .filter(s -> program.type(s.slice()).isInteger())
        .isPresent();
  }
}
