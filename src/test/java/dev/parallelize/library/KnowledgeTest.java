package dev.parallelize.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spot checks of the knowledge where a wrong entry would make a wrong rewrite. */
class KnowledgeTest {
  private final Library knowledge = Knowledge.standard();

  @Test
  void aPureFunctionHasNoEffect() {
    Callee sine = function("math.sin");
    assertThat(sine.isPure()).isTrue();
    assertThat(sine.result()).isEqualTo("float");
    assertThat(sine.aliasing()).isEqualTo(Aliasing.IMMUTABLE);
    assertThat(sine.blocking()).isEqualTo(Blocking.NONE);
  }

  @Test
  void changesAreMarkedWhereTheyHappen() {
    assertThat(method("list", "append").mutates()).containsExactly(Callee.RECEIVER);
    assertThat(method("dict", "setdefault").mutates()).containsExactly(Callee.RECEIVER);
    assertThat(method("collections.defaultdict", "__getitem__").mutates())
        .containsExactly(Callee.RECEIVER);
    assertThat(function("random.shuffle").mutates()).containsExactly(0);
    assertThat(function("builtins.next").mutates()).containsExactly(0);
    assertThat(method("random.Random", "random").effects()).isEmpty();
  }

  @Test
  void argumentsByNameHavePositions() {
    Callee sorted = function("builtins.sorted");
    assertThat(sorted.invokes()).containsExactly(sorted.position("key").getAsInt());
    assertThat(sorted.iterates()).containsExactly(0);
    Callee print = function("builtins.print");
    assertThat(print.mutates()).containsExactly(print.position("file").getAsInt());
    assertThat(function("builtins.zip").iterates()).contains(0, 1, 5);
  }

  @Test
  void whatIsNotListedIsUnknown() {
    assertThat(knowledge.function("math.no_such_function")).isEmpty();
    assertThat(knowledge.function("no_such_module.sin")).isEmpty();
    assertThat(knowledge.method("list", "no_such_method")).isEmpty();
    assertThat(knowledge.knowsModule("collections.abc")).isTrue();
    assertThat(knowledge.knowsModule("collections.no_such_module")).isFalse();
  }

  @Test
  void methodsAreFoundAsFunctionsOfTheReceiverToo() {
    assertThat(function("str.upper").result()).isEqualTo("str");
    assertThat(function("list.append").mutates()).containsExactly(0);
  }

  @Test
  void typesAreFoundByTheirMethods() {
    assertThat(knowledge.typesWithMethod("append"))
        .contains("list", "bytearray", "collections.deque")
        .doesNotContain("str");
    assertThat(knowledge.typesWithMethod("move_to_end")).containsExactly("collections.OrderedDict");
  }

  @Test
  void whatACallDoesMayDependOnItsArguments() {
    assertThat(opened(CallShapes.of("path")).effects())
        .containsExactlyInAnyOrder(Effect.READS_FILES, Effect.UNPICKLABLE_RESULT);
    assertThat(opened(CallShapes.of("path", "a")).effects()).contains(Effect.WRITES_FILES);
    assertThat(opened(CallShapes.of("path", "rb")).result()).isEqualTo("io.BufferedReader");
    assertThat(function("builtins.open").effects()).contains(Effect.WRITES_FILES);
    assertThat(knowledge.function("random.Random", CallShapes.of("7")).orElseThrow().effects())
        .isEmpty();
    assertThat(knowledge.function("random.Random", CallShapes.of()).orElseThrow().effects())
        .containsExactly(Effect.RANDOM);
  }

  private Callee opened(CallShape shape) {
    return knowledge.function("builtins.open", shape).orElseThrow();
  }

  private Callee function(String name) {
    return knowledge.function(name).orElseThrow();
  }

  private Callee method(String type, String name) {
    return knowledge.method(type, name).orElseThrow();
  }
}
