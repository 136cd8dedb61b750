package dev.parallelize.semantics;

import dev.parallelize.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A block in which names are bound, by the rules of section 4.2 of the language reference. Built once
 * by {@link ScopeTree} and read-only afterwards; compared by identity.
 */
public final class Scope {
  /** What opens the scope. */
  public enum Kind {
    MODULE,
    FUNCTION,
    LAMBDA,
    CLASS,
    COMPREHENSION
  }

  private final Kind kind;
  private final String name;
  private final Node node;
  private final Optional<Scope> parent;
  private final Map<String, List<Binding>> bindings = new LinkedHashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Set<String> nonlocals = new HashSet<>();
  private final List<Scope> children = new ArrayList<>();
  private final String qualifiedName;
  private boolean starImport;

  Scope(Kind kind, String name, Node node, Optional<Scope> parent) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
    this.qualifiedName = qualify();
    parent.ifPresent(p -> p.children.add(this));
  }

  public Kind kind() {
    return kind;
  }

  public Node node() {
    return node;
  }

  public Optional<Scope> parent() {
    return parent;
  }

  public List<Scope> children() {
    return Collections.unmodifiableList(children);
  }

  /** True when the scope holds {@code from m import *}: any name may be bound by it. */
  public boolean hasStarImport() {
    return starImport;
  }

  /** The dotted name people use: {@code Class.method}, {@code outer.inner}; empty for the module. */
  public String qualifiedName() {
    return qualifiedName;
  }

  private String qualify() {
    String outer = parent.map(Scope::qualifiedName).orElse("");
    if (kind == Kind.MODULE || kind == Kind.COMPREHENSION) {
      return outer;
    }
    return outer.isEmpty() ? name : outer + "." + name;
  }

  public Scope module() {
    return parent.map(Scope::module).orElse(this);
  }

  /** The innermost function, lambda, class or module around this scope, itself included. */
  public Scope frame() {
    return kind == Kind.COMPREHENSION ? parent.orElseThrow().frame() : this;
  }

  /** All names bound here, with every binding in the order of the text. */
  public Map<String, List<Binding>> bindings() {
    return bindings;
  }

  public List<Binding> bindings(String wanted) {
    return bindings.getOrDefault(wanted, List.of());
  }

  public boolean declaresGlobal(String wanted) {
    return globals.contains(wanted);
  }

  public boolean declaresNonlocal(String wanted) {
    return nonlocals.contains(wanted);
  }

  /** The scope whose variable the name means here; empty when only a builtin can be meant. */
  public Optional<Scope> owner(String wanted) {
    if (globals.contains(wanted)) {
      return Optional.of(module());
    }
    if (bindings.containsKey(wanted) && !nonlocals.contains(wanted)) {
      return Optional.of(this);
    }
    return parent.flatMap(p -> p.ownerSeenFromInside(wanted));
  }

  private Optional<Scope> ownerSeenFromInside(String wanted) {
    boolean visible = kind != Kind.CLASS;
    if (visible && globals.contains(wanted)) {
      return Optional.of(module());
    }
    if (visible && bindings.containsKey(wanted) && !nonlocals.contains(wanted)) {
      return Optional.of(this);
    }
    return parent.flatMap(p -> p.ownerSeenFromInside(wanted));
  }

  void bind(Binding binding) {
    bindings.computeIfAbsent(binding.name(), n -> new ArrayList<>()).add(binding);
  }

  void declareGlobal(String declared) {
    globals.add(declared);
  }

  void declareNonlocal(String declared) {
    nonlocals.add(declared);
  }

  void markStarImport() {
    starImport = true;
  }

  @Override
  public String toString() {
    return kind + " " + qualifiedName();
  }
}
