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
    COMPREHENSION,
    /** Around the bases, annotations and bounds of a generic definition, or the value of a type alias. */
    TYPE_PARAMETERS
  }

  private final Kind kind;
  private final String name;
  private final Node node;
  private final Optional<Scope> parent;
  private final Map<String, List<Binding>> bindings = new LinkedHashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Set<String> nonlocals = new HashSet<>();
  private final Set<String> typeParameters = new HashSet<>();
  private final List<Scope> children = new ArrayList<>();
  private final String qualifiedName;

  /** The innermost class around, whose name private names are mangled with; empty for none. */
  private final String className;

  private final int hash;

  private boolean starImport;

  Scope(Kind kind, String name, Node node, Optional<Scope> parent) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
    this.qualifiedName = qualify();
    this.className = kind == Kind.CLASS ? name : parent.map(p -> p.className).orElse("");
    this.hash = Root.spread(qualifiedName.hashCode(), node.start());
    parent.ifPresent(p -> p.children.add(this));
  }

  /** The same in each run, so that sets of scopes have an order that can be told. */
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
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
    if (kind == Kind.MODULE || kind == Kind.COMPREHENSION || kind == Kind.TYPE_PARAMETERS) {
      return outer;
    }
    return outer.isEmpty() ? name : outer + "." + name;
  }

  public Scope module() {
    return parent.map(Scope::module).orElse(this);
  }

  /** The innermost function, lambda, class or module around this scope, itself included. */
  public Scope frame() {
    return kind == Kind.COMPREHENSION || kind == Kind.TYPE_PARAMETERS
        ? parent.orElseThrow().frame()
        : this;
  }

  /** All names bound here, with every binding in the order of the text. */
  public Map<String, List<Binding>> bindings() {
    return bindings;
  }

  public List<Binding> bindings(String wanted) {
    return bindings.getOrDefault(mangled(wanted), List.of());
  }

  /** Whether imports, and nothing else, give the name what it stands for. */
  boolean isImported(String wanted) {
    return bindings(wanted).stream().allMatch(b -> b.kind() == Binding.Kind.IMPORT);
  }

  public boolean declaresGlobal(String wanted) {
    return globals.contains(mangled(wanted));
  }

  public boolean declaresNonlocal(String wanted) {
    return nonlocals.contains(mangled(wanted));
  }

  /** Names of type parameters of the class or function: seen from everywhere inside. */
  public Set<String> typeParameters() {
    return Collections.unmodifiableSet(typeParameters);
  }

  /** Names declared {@code global} here. */
  public Set<String> globals() {
    return Collections.unmodifiableSet(globals);
  }

  /** Names declared {@code nonlocal} here. */
  public Set<String> nonlocals() {
    return Collections.unmodifiableSet(nonlocals);
  }

  /** The scope whose variable the name means here; empty when only a builtin can be meant. */
  public Optional<Scope> owner(String wanted) {
    return ownerOf(mangled(wanted));
  }

  private Optional<Scope> ownerOf(String wanted) {
    if (globals.contains(wanted)) {
      return Optional.of(module());
    }
    if (binds(wanted)) {
      return Optional.of(this);
    }
    return kind == Kind.TYPE_PARAMETERS
        ? parent.flatMap(p -> p.ownerOf(wanted))
        : parent.flatMap(p -> p.ownerSeenFromInside(wanted));
  }

  private Optional<Scope> ownerSeenFromInside(String wanted) {
    boolean visible = kind != Kind.CLASS;
    if (visible && globals.contains(wanted)) {
      return Optional.of(module());
    }
    if (visible ? binds(wanted) : typeParameters.contains(wanted)) {
      return Optional.of(this);
    }
    return parent.flatMap(p -> p.ownerSeenFromInside(wanted));
  }

  private boolean binds(String wanted) {
    return typeParameters.contains(wanted)
        || (bindings.containsKey(wanted) && !nonlocals.contains(wanted));
  }

  /** A private name of a class as it is looked up (section 6.2.1 of the language reference). */
  String mangled(String written) {
    if (!written.startsWith("__") || written.endsWith("__") || written.contains(".")) {
      return written;
    }
    String plain = className.replaceFirst("^_+", "");
    return plain.isEmpty() ? written : "_" + plain + written;
  }

  void bind(Binding binding) {
    bindings.computeIfAbsent(mangled(binding.name()), n -> new ArrayList<>()).add(binding);
  }

  void declareGlobal(String declared) {
    globals.add(mangled(declared));
  }

  void declareNonlocal(String declared) {
    nonlocals.add(mangled(declared));
  }

  void declareTypeParameter(String declared) {
    typeParameters.add(mangled(declared));
  }

  void markStarImport() {
    starImport = true;
  }

  @Override
  public String toString() {
    return kind + " " + qualifiedName();
  }
}
