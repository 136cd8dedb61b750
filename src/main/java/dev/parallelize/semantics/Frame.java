package dev.parallelize.semantics;

import dev.parallelize.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the analysis knows of one function, lambda or module: values of its variables, what objects
 * hold, and every fact with its place. Grows during {@link Analysis}, read-only afterwards.
 */
public final class Frame {
  /** A variable of the frame: comprehensions have scopes of their own in it. */
  record Slot(Scope scope, String name) {}

  private final Scope scope;
  private final Map<Slot, Value> variables = new HashMap<>();
  private final Map<Root, Set<Root>> heap = new HashMap<>();
  private final List<Located> facts = new ArrayList<>();
  private final Set<Set<Root>> passedTwice = new HashSet<>();

  /** The members of all pairs in {@link #passedTwice}. */
  private final Set<Root> passedWithAnother = new HashSet<>();

  private record Store(Set<Root> containers, Set<Root> stored) {
    Store {
      containers = Set.copyOf(containers);
      stored = Set.copyOf(stored);
    }
  }

  /** Objects that hold more than so many others: from there on any object of the frame may hold any other. */
  private static final int MOST_HELD = 64;

  /** Everything that is held or holds something, once one object has become too many to tell apart. */
  private final Set<Root> tangle = new LinkedHashSet<>();

  private boolean tangled;

  /** What was stored once stays stored. */
  private final Set<Store> stores = new HashSet<>();

  private record Place(Fact fact, int start, int end) {
    @Override
    public int hashCode() {
      return Root.spread(fact.hashCode(), Root.spread(start, end));
    }
  }

  private final Set<Place> recorded = new HashSet<>();
  private final List<Located> byStart = new ArrayList<>();
  private final Map<Root, Set<Root>> suspended = new HashMap<>();
  private final Set<Root> holdsAnything = new HashSet<>();
  private final Map<Root.ItemOf, Set<Root>> itemSources = new HashMap<>();
  private final Dependencies dependencies;
  private final Evaluations evaluations;

  /** What stands for all that objects of the frame hold, and so on. */
  private final Object objects = new Object();

  private final Object names = new Object();
  private final Object iterators = new Object();
  private final Object pairs = new Object();

  /** So many objects are looked at together as all of them. */
  private static final int MOST_NOTED = 24;

  /** When an object was last given something to hold, and when what is reachable from it last changed. */
  private final Map<Root, Long> heldAt = new HashMap<>();

  private final Map<Root, Long> insideAt = new HashMap<>();
  private long tangledAt;

  /** What one object holds. */
  private record Held(Frame frame, Root root) implements Dependencies.Query {
    @Override
    public long changedAt() {
      return frame.heldAt(root);
    }
  }

  /** What is reachable from what one object holds. */
  private record Reach(Frame frame, Root root) implements Dependencies.Query {
    @Override
    public long changedAt() {
      frame.inside(root);
      return frame.insideAt.getOrDefault(root, 0L);
    }
  }

  /** Of objects that were asked for since the last change. */
  private final Map<Root, Expansion> expansions = new HashMap<>();

  private final Map<Root, Set<Root>> inside = new HashMap<>();
  private final Map<Set<Root>, Set<Root>> contents = new HashMap<>();

  /** What was read at a place with all that is reachable from it, since the last change of this pass. */
  private final Map<Set<Root>, Set<Node>> deepReads = new IdentityHashMap<>();

  /** What variables of other functions were bound to here. */
  private final Map<Root.Variable, Set<Root>> given = new HashMap<>();

  private Optional<Set<Root>> kept = Optional.empty();
  private Optional<Set<Root>> iteratorSites = Optional.empty();

  private boolean changed;
  Value result = Value.NOTHING;
  boolean yields;

  Frame(Scope scope, Dependencies dependencies) {
    this.scope = scope;
    this.dependencies = dependencies;
    this.evaluations = new Evaluations(this, dependencies);
  }

  Evaluations evaluations() {
    return evaluations;
  }

  public Scope scope() {
    return scope;
  }

  public List<Located> facts() {
    return facts;
  }

  /** The facts that are caused inside a part of the text. */
  List<Located> facts(int start, int end) {
    if (byStart.size() != facts.size()) {
      byStart.clear();
      byStart.addAll(facts);
      byStart.sort(Comparator.comparingInt(Located::start));
    }
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byStart.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<Located> found = new ArrayList<>();
    for (int i = low;
        i < byStart.size() && byStart.get(i).start() < Math.max(end, start + 1);
        i++) {
      if (byStart.get(i).end() <= end) {
        found.add(byStart.get(i));
      }
    }
    return found;
  }

  /** What the variable of this frame may hold, over all its assignments. */
  public Value variable(Scope owner, String name) {
    Slot slot = new Slot(owner, name);
    dependencies.note(slot);
    return variables.getOrDefault(slot, Value.NOTHING);
  }

  /** The same, seen from another function, which then depends on it. */
  Value variable(Scope owner, String name, Scope reader) {
    if (reader != scope) {
      dependencies.read(new Slot(owner, name), reader);
    }
    return variable(owner, name);
  }

  boolean knows(Scope owner, String name) {
    Slot slot = new Slot(owner, name);
    dependencies.note(slot);
    return variables.containsKey(slot);
  }

  /** The same, seen from another function, which then depends on it. */
  boolean knows(Scope owner, String name, Scope reader) {
    if (reader != scope) {
      dependencies.read(new Slot(owner, name), reader);
    }
    return knows(owner, name);
  }

  /** A variable of the frame that may hold the object, for messages. */
  public Optional<String> nameHolding(Root root) {
    return namesHolding(root).stream().min(String::compareTo);
  }

  /** Assigns from another function, which makes this one look again. */
  void assignFromOutside(Scope owner, String name, Value value) {
    Value before = variable(owner, name);
    assign(owner, name, value);
    if (!before.equals(variable(owner, name))) {
      dependencies.again(scope);
    }
  }

  void assign(Scope owner, String name, Value value) {
    Slot slot = new Slot(owner, name);
    Value old = variables.get(slot);
    Value joined = old == null ? value : old.join(value);
    if (joined.type().depth() > 4) {
      joined = new Value(Type.UNKNOWN, joined.roots());
    }
    if (!joined.equals(old)) {
      variables.put(slot, joined);
      changed = true;
      expansions.clear();
      dependencies.grown(names);
      if (ITERATORS.contains(joined.type().name())
          || (old != null && ITERATORS.contains(old.type().name()))) {
        iteratorSites = Optional.empty();
        dependencies.grown(iterators);
      }
      dependencies.changed(slot);
    }
  }

  void store(Set<Root> containers, Set<Root> stored) {
    if (containers.isEmpty() || stored.isEmpty() || !stores.add(new Store(containers, stored))) {
      return;
    }
    if (tangled) {
      entangle(containers, stored);
      return;
    }
    for (Root container : containers) {
      Set<Root> held = heap.computeIfAbsent(container, r -> new LinkedHashSet<>());
      if (held.addAll(stored)) {
        heldAt.put(container, dependencies.tick());
        kept = Optional.empty();
        grow();
      }
      tangled |= held.size() > MOST_HELD;
    }
    if (tangled) {
      heap.forEach((container, held) -> entangle(Set.of(container), held));
      heap.clear();
    }
  }

  private void entangle(Set<Root> containers, Set<Root> stored) {
    if (tangle.addAll(containers) | tangle.addAll(stored)) {
      tangledAt = dependencies.tick();
      kept = Optional.empty();
      grow();
    }
  }

  /** A variable of another function now holds these. */
  void give(Root.Variable variable, Set<Root> roots) {
    if (given.computeIfAbsent(variable, v -> new LinkedHashSet<>()).addAll(Root.flat(roots))) {
      kept = Optional.empty();
      grow();
    }
  }

  /** Notes that an object may have been made anywhere, of whatever there is. */
  void holdsAnything(Root.Site site) {
    if (holdsAnything.add(site)) {
      heldAt.put(site, dependencies.tick());
      dependencies.grown(objects);
    }
  }

  /** Whether an attribute of one of these, whose contents are asked for, too, may be any object. */
  boolean mayHoldAnything(Set<Root> roots) {
    return roots.stream().anyMatch(holdsAnything::contains);
  }

  /** What a generator goes on working with each time it is asked for an item. */
  void suspend(Root.Site generator, Set<Root> arguments) {
    if (suspended.computeIfAbsent(generator, g -> new LinkedHashSet<>()).addAll(arguments)) {
      grow();
    }
  }

  /** What is reachable from these, or from what generators among them work with. */
  public Set<Root> reachableByGenerators(Set<Root> roots) {
    dependencies.note(objects);
    Set<Root> all = new LinkedHashSet<>(roots);
    roots.forEach(r -> all.addAll(suspended.getOrDefault(r, Set.of())));
    return reachable(all);
  }

  void itemOf(Root.ItemOf item, Set<Root> sources) {
    if (itemSources.computeIfAbsent(item, i -> new LinkedHashSet<>()).addAll(sources)) {
      heldAt.put(item, dependencies.tick());
      grow();
    }
  }

  /** The objects of this frame that are iterators: iterating over one uses it up. */
  Set<Root> iteratorSites() {
    dependencies.note(iterators);
    if (iteratorSites.isEmpty()) {
      Set<Root> sites = new HashSet<>();
      for (Value value : variables.values()) {
        if (ITERATORS.contains(value.type().name())) {
          sites.addAll(value.roots());
        }
      }
      iteratorSites = Optional.of(sites);
    }
    return iteratorSites.get();
  }

  /** Whether the fact is not recorded at the place yet. */
  boolean isNew(Fact fact, int start, int end) {
    return !recorded.contains(new Place(fact, start, end));
  }

  void record(Located fact) {
    if (recorded.add(new Place(fact.fact(), fact.start(), fact.end()))) {
      facts.add(fact);
    }
  }

  /** Records what is known to be new in this pass. */
  void recordAgain(List<Located> known) {
    facts.addAll(known);
  }

  /** Whether the objects, and all that is reachable from them, have to be recorded as read here. */
  boolean startsReading(Set<Root> roots, Node at) {
    return deepReads
        .computeIfAbsent(roots, r -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(at);
  }

  private void grow() {
    changed = true;
    expansions.clear();
    inside.clear();
    insideAt.clear();
    contents.clear();
    deepReads.clear();
    dependencies.grown(objects);
  }

  /** Whether the pass learned anything. */
  boolean grew() {
    return changed;
  }

  void startPass() {
    facts.clear();
    byStart.clear();
    recorded.clear();
    deepReads.clear();
    changed = false;
  }

  private static final Set<String> ITERATORS = Set.of("iterator", "generator", "file");

  /** Containers whose elements never are views of the container. */
  private static final Set<String> OWNERS_OF_NOTHING =
      Set.of(
          "list",
          "dict",
          "set",
          "frozenset",
          "tuple",
          "iterator",
          "iterable",
          "generator",
          "bytearray",
          "range",
          "file",
          "collections.deque",
          "collections.Counter",
          "collections.OrderedDict",
          "collections.defaultdict");

  /** What each object holds. */
  Map<Root, Set<Root>> heap() {
    dependencies.note(objects);
    if (!tangled) {
      return heap;
    }
    Map<Root, Set<Root>> all = new LinkedHashMap<>();
    tangle.forEach(r -> all.put(r, tangle));
    return all;
  }

  /** Whether something that outlives the call may hold the object: it was stored there. */
  public boolean isKept(Root root) {
    dependencies.note(objects);
    if (kept.isEmpty()) {
      Set<Root> stored = new LinkedHashSet<>();
      given.values().forEach(stored::addAll);
      if (tangle.stream().anyMatch(r -> !(r instanceof Root.Site))) {
        stored.addAll(Root.flat(tangle));
      }
      heap.forEach(
          (container, held) -> {
            if (!(container instanceof Root.Site)) {
              stored.addAll(Root.flat(held));
            }
          });
      kept = Optional.of(reachable(stored));
    }
    return kept.get().contains(root);
  }

  /** The variables that may hold the object. */
  public Set<String> namesHolding(Root root) {
    dependencies.note(names);
    return variables.entrySet().stream()
        .filter(e -> e.getValue().roots().contains(root))
        .map(e -> Webs.variableOf(e.getKey().name()))
        .collect(Collectors.toSet());
  }

  /**
   * An element or attribute of a new object may be a view of the object itself, as a row of an array
   * or the {@code loc} of a frame is; those of the builtin containers are objects of their own.
   */
  void storeViews(Root.Site site, Type type) {
    if (!OWNERS_OF_NOTHING.contains(type.name())) {
      store(Set.of(site), Set.of(site));
    }
  }

  /** What loading an element or attribute of any of these may give. */
  public Set<Root> contents(Set<Root> roots) {
    if (roots.size() > MOST_NOTED) {
      dependencies.note(objects);
    } else {
      roots.forEach(r -> dependencies.note(new Held(this, r)));
    }
    return knownContents(roots);
  }

  private Set<Root> knownContents(Set<Root> roots) {
    if (roots.size() < 2) {
      return findContents(roots);
    }
    Set<Root> known = contents.get(roots);
    if (known == null) {
      known = findContents(roots);
      contents.put(Set.copyOf(roots), known);
    }
    dependencies.work(roots.size());
    return new LinkedHashSet<>(known);
  }

  private Set<Root> findContents(Set<Root> roots) {
    Set<Root> found = new LinkedHashSet<>();
    boolean entangled = false;
    dependencies.work(roots.size());
    for (Root root : roots) {
      if (root instanceof Root.BoundMethod || root instanceof Root.Partial) {
        found.addAll(knownContents(Root.flat(Set.of(root))));
      } else if (!(root instanceof Root.Site) && !root.isCode()) {
        found.add(root.contents());
      }
      if (tangled) {
        entangled |= isEntangled(root);
      } else {
        addHeld(root, found);
        if (root instanceof Root.Inside inside) {
          addHeld(inside.base(), found);
        }
      }
    }
    if (entangled) {
      dependencies.work(tangle.size());
      found.addAll(tangle);
    }
    return found;
  }

  private boolean isEntangled(Root root) {
    return tangle.contains(root) || tangle.contains(root.base());
  }

  private void addHeld(Root root, Set<Root> found) {
    Set<Root> held = heap.getOrDefault(root, Set.of());
    dependencies.work(held.size());
    found.addAll(held);
  }

  /** These objects and everything reachable from them. */
  public Set<Root> reachable(Set<Root> roots) {
    Set<Root> all = new LinkedHashSet<>(roots);
    all.addAll(inside(roots));
    return all;
  }

  /** The same, seen from another function, which then depends on it. */
  Set<Root> reachable(Set<Root> roots, Scope reader) {
    if (reader != scope) {
      dependencies.read(objects, reader);
    }
    return reachable(roots);
  }

  /** Everything reachable from what these hold; themselves only where one of them leads back. */
  Set<Root> inside(Set<Root> roots) {
    if (roots.size() > MOST_NOTED) {
      dependencies.note(objects);
    } else {
      roots.forEach(r -> dependencies.note(new Reach(this, r)));
    }
    Set<Root> all = new LinkedHashSet<>();
    for (Root root : roots) {
      if (!all.contains(root)) {
        Set<Root> known = inside(root);
        dependencies.work(known.size());
        all.addAll(known);
      }
    }
    return all;
  }

  private Set<Root> inside(Root root) {
    Set<Root> known = inside.get(root);
    if (known == null) {
      known = findInside(root);
      inside.put(root, known);
    }
    return known;
  }

  private Set<Root> findInside(Root root) {
    Set<Root> all = new LinkedHashSet<>();
    Deque<Root> edge = new ArrayDeque<>(knownContents(Set.of(root)));
    boolean entangled = isEntangled(root);
    long changedAt = heldAt(root);
    while (!edge.isEmpty()) {
      Root next = edge.poll();
      if (!all.add(next)) {
        continue;
      }
      Set<Root> known = inside.get(next);
      if (known != null) {
        all.addAll(known);
        changedAt = Math.max(changedAt, insideAt.getOrDefault(next, 0L));
      } else if (entangled && isEntangled(next)) {
        edge.addAll(ownContents(next));
      } else {
        edge.addAll(knownContents(Set.of(next)));
      }
      changedAt = Math.max(changedAt, heldAt(next));
      entangled |= isEntangled(next);
    }
    insideAt.put(root, changedAt);
    return all;
  }

  /** When something was last put into an object. */
  private long heldAt(Root root) {
    if (tangled) {
      return tangledAt;
    }
    if (root instanceof Root.BoundMethod || root instanceof Root.Partial) {
      return Root.flat(Set.of(root)).stream().mapToLong(this::heldAt).max().orElse(0);
    }
    long own = heldAt.getOrDefault(root, 0L);
    return root instanceof Root.Inside inside
        ? Math.max(own, heldAt.getOrDefault(inside.base(), 0L))
        : own;
  }

  /** What an object of the tangle holds besides the tangle. */
  private Set<Root> ownContents(Root root) {
    if (root instanceof Root.BoundMethod || root instanceof Root.Partial) {
      Set<Root> all = new LinkedHashSet<>();
      for (Root held : Root.flat(Set.of(root))) {
        all.addAll(isEntangled(held) ? ownContents(held) : knownContents(Set.of(held)));
      }
      return all;
    }
    return root instanceof Root.Site || root.isCode() ? Set.of() : Set.of(root.contents());
  }

  /** The containers that an item was taken from. */
  public Set<Root> sources(Root.ItemOf item) {
    dependencies.note(new Held(this, item));
    return itemSources.getOrDefault(item, Set.of());
  }

  boolean mayAlias(Root a, Root b) {
    dependencies.note(pairs);
    dependencies.note(objects);
    dependencies.note(names);
    if (a.equals(b)) {
      return true;
    }
    if (a.isCode() || b.isCode()) {
      return false;
    }
    Expansion one = expansion(a);
    Expansion other = expansion(b);
    return bothOutside(one, other)
        || !Collections.disjoint(one.roots(), other.roots())
        || isPassedTwice(one.roots(), other.roots());
  }

  /**
   * What an object may be.
   *
   * @param unknown nothing is known of one of them
   * @param outside one of them may be at hand outside of the function
   */
  private record Expansion(Set<Root> roots, boolean unknown, boolean outside) {
    static Expansion of(Set<Root> roots, Frame home) {
      return new Expansion(
          roots,
          roots.stream().anyMatch(Root.External.class::isInstance),
          roots.stream().anyMatch(r -> !(r instanceof Root.Site) || home.isKept(r)));
    }
  }

  private Expansion expansion(Root root) {
    Expansion known = expansions.get(root);
    if (known == null) {
      known = Expansion.of(expand(root, new HashSet<>()), this);
      expansions.put(root, known);
    }
    return known;
  }

  /** Notes that a call passes one object for both parameters, or what is inside of one of them. */
  void passedTwice(Root a, Root b) {
    if (passedTwice.add(Set.of(a, b))) {
      passedWithAnother.add(a);
      passedWithAnother.add(b);
      dependencies.grown(pairs);
      dependencies.again(scope);
    }
  }

  /** Whether a caller passes one object for what one of these and one of the others may be. */
  boolean arePassedTwice(Set<Root> some, Set<Root> others) {
    dependencies.note(pairs);
    if (passedTwice.isEmpty()) {
      return false;
    }
    dependencies.note(objects);
    dependencies.note(names);
    return isPassedTwice(expandAll(some), expandAll(others));
  }

  /** Whether that a call passes one object for both is noted already. */
  boolean isNotedTwice(Root a, Root b) {
    return passedTwice.contains(Set.of(a, b));
  }

  private Set<Root> expandAll(Set<Root> roots) {
    Set<Root> all = new HashSet<>();
    roots.forEach(r -> expand(r, all));
    return all;
  }

  private boolean isPassedTwice(Set<Root> some, Set<Root> others) {
    if (passedTwice.isEmpty()) {
      return false;
    }
    List<Root> one = some.stream().filter(this::isPassedTwiceWithAnother).toList();
    return !one.isEmpty()
        && others.stream()
            .filter(this::isPassedTwiceWithAnother)
            .anyMatch(b -> one.stream().anyMatch(a -> isPassedTwice(a, b)));
  }

  private boolean isPassedTwiceWithAnother(Root root) {
    return passedWithAnother.contains(root) || passedWithAnother.contains(root.base());
  }

  private boolean isPassedTwice(Root a, Root b) {
    Root one = a.base();
    Root other = b.base();
    return !one.equals(other)
        && (passedTwice.contains(Set.of(one, other)) || passedTwice.contains(Set.of(a, b)));
  }

  /** An object nothing is known of may be any object that exists outside the function. */
  private static boolean bothOutside(Expansion one, Expansion other) {
    return one.unknown() && other.outside() || one.outside() && other.unknown();
  }

  private Set<Root> expand(Root root, Set<Root> seen) {
    if (!seen.add(root)) {
      return seen;
    }
    if (root instanceof Root.ItemOf item) {
      inside(sources(item)).forEach(c -> expand(c, seen));
    } else if (root instanceof Root.Variable variable
        && variables.containsKey(new Slot(variable.owner(), variable.name()))) {
      variables
          .get(new Slot(variable.owner(), variable.name()))
          .roots()
          .forEach(r -> expand(r, seen));
    } else if (root instanceof Root.Variable variable) {
      given.getOrDefault(variable, Set.of()).forEach(r -> expand(r, seen));
    } else if (root instanceof Root.Inside inside
        && inside.base() instanceof Root.Variable variable
        && variables.containsKey(new Slot(variable.owner(), variable.name()))) {
      Set<Root> held = variables.get(new Slot(variable.owner(), variable.name())).roots();
      inside(held).forEach(r -> expand(r, seen));
    } else if (root instanceof Root.Inside inside
        && inside.base() instanceof Root.Variable variable) {
      inside(given.getOrDefault(variable, Set.of())).forEach(r -> expand(r, seen));
    }
    return seen;
  }
}
