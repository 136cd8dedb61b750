package dev.parallelize.semantics;

import dev.parallelize.library.CallShape;
import dev.parallelize.library.Callee;
import dev.parallelize.library.Library;
import dev.parallelize.library.LibraryType;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a file may know: of libraries, and of the functions and constants of the modules around it, as if they were a
 * library's. A module with the name of a library's stands before it, and then nothing is known of either.
 */
final class NeighbourKnowledge implements Library {
  /** Characters of other modules that are looked into for one file. */
  private static final int MOST_TEXT = 2_000_000;

  private final Neighbourhood neighbourhood;
  private final String path;
  private final Neighbourhood.View view;
  private final Library library;
  private final Assumptions assumptions;
  private final Set<String> used = new HashSet<>();
  private int length;

  NeighbourKnowledge(
      Neighbourhood neighbourhood, String path, Neighbourhood.View view, Assumptions assumptions) {
    this.neighbourhood = neighbourhood;
    this.path = path;
    this.view = view;
    this.library = view.library();
    this.assumptions = assumptions;
  }

  private boolean isOwn(String qualifiedName) {
    return qualifiedName.startsWith(".") || neighbourhood.files().shadows(path, qualifiedName);
  }

  private Optional<NeighbourModule> module(String module) {
    boolean hidden = !module.startsWith(".") && library.knowsModule(firstOf(module));
    if (hidden) {
      return Optional.empty();
    }
    return neighbourhood
        .files()
        .file(path, module)
        .filter(p -> !p.equals(path))
        .filter(this::fits)
        .flatMap(p -> neighbourhood.module(p, view, assumptions));
  }

  private static String firstOf(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }

  private boolean fits(String other) {
    if (used.add(other)) {
      length += neighbourhood.length(other);
    }
    return length <= MOST_TEXT;
  }

  @Override
  public Optional<Callee> function(String qualifiedName) {
    return isOwn(qualifiedName)
        ? module(Names.module(qualifiedName))
            .flatMap(m -> m.function(Names.last(qualifiedName), qualifiedName))
        : library.function(qualifiedName);
  }

  @Override
  public Optional<Callee> function(String qualifiedName, CallShape shape) {
    return isOwn(qualifiedName) ? function(qualifiedName) : library.function(qualifiedName, shape);
  }

  @Override
  public OptionalDouble micros(String qualifiedName) {
    return isOwn(qualifiedName)
        ? module(Names.module(qualifiedName))
            .map(m -> m.micros(Names.last(qualifiedName)))
            .orElse(OptionalDouble.empty())
        : library.micros(qualifiedName);
  }

  @Override
  public OptionalDouble microsPerElement(String qualifiedName) {
    return library.microsPerElement(qualifiedName);
  }

  @Override
  public boolean neverFails(String qualifiedName) {
    return !isOwn(qualifiedName) && library.neverFails(qualifiedName);
  }

  @Override
  public Optional<LibraryType> type(String name) {
    return isOwn(name) ? Optional.empty() : library.type(name);
  }

  @Override
  public Optional<Callee> method(String type, String method) {
    return isOwn(type) ? Optional.empty() : library.method(type, method);
  }

  @Override
  public Optional<Callee> method(String type, String method, CallShape shape) {
    return isOwn(type) ? Optional.empty() : library.method(type, method, shape);
  }

  @Override
  public Set<String> typesWithMethod(String method) {
    return library.typesWithMethod(method);
  }

  @Override
  public boolean isCommonMethod(String method) {
    return library.isCommonMethod(method);
  }

  @Override
  public Optional<String> constant(String qualifiedName) {
    return isOwn(qualifiedName)
        ? module(Names.module(qualifiedName)).flatMap(m -> m.constant(Names.last(qualifiedName)))
        : library.constant(qualifiedName);
  }

  @Override
  public boolean isState(String qualifiedName) {
    return isOwn(qualifiedName)
        && module(Names.module(qualifiedName))
            .filter(m -> m.isState(Names.last(qualifiedName)))
            .isPresent();
  }

  @Override
  public boolean knowsModule(String module) {
    return isOwn(module)
        ? neighbourhood.files().file(path, module).isPresent()
        : library.knowsModule(module);
  }

  @Override
  public Optional<String> distribution(String module) {
    return isOwn(module) ? Optional.empty() : library.distribution(module);
  }
}
