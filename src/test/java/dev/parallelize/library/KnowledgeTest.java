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

  @Test
  void inPlaceOperationsAreTold() {
    assertThat(method("pandas.DataFrame", "drop").mutates()).containsExactly(Callee.RECEIVER);
    assertThat(dropped(CallShapes.of("a")).isPure()).isTrue();
    assertThat(dropped(CallShapes.named("inplace", "False")).isPure()).isTrue();
    assertThat(dropped(CallShapes.named("inplace", "True")).isPure()).isFalse();
    assertThat(method("numpy.ndarray", "sort").mutates()).containsExactly(Callee.RECEIVER);
    Callee add = function("numpy.add");
    assertThat(add.mutates()).containsExactly(add.position("out").getAsInt());
    assertThat(function("numpy.add.at").mutates()).containsExactly(0);
    assertThat(function("numpy.fill_diagonal").mutates()).containsExactly(0);
    assertThat(method("numpy.ndarray", "reshape").aliasing()).isEqualTo(Aliasing.ARGUMENT);
    assertThat(method("torch.Tensor", "add_").mutates()).containsExactly(Callee.RECEIVER);
    assertThat(function("cv2.rectangle").mutates()).containsExactly(0);
  }

  private Callee dropped(CallShape shape) {
    return knowledge.method("pandas.DataFrame", "drop", shape).orElseThrow();
  }

  @Test
  void waitingIsTold() {
    Callee get = function("requests.get");
    assertThat(get.blocking()).isEqualTo(Blocking.NETWORK);
    assertThat(get.effects()).containsExactly(Effect.READS_NETWORK);
    assertThat(get.asyncTwin()).contains("aiohttp.ClientSession.get");
    assertThat(function("requests.post").effects()).contains(Effect.WRITES_NETWORK);
    assertThat(function("time.sleep").blocking()).isEqualTo(Blocking.SLEEP);
    assertThat(function("subprocess.run").blocking()).isEqualTo(Blocking.SUBPROCESS);
    Callee hash = function("hashlib.pbkdf2_hmac");
    assertThat(hash.cost()).isEqualTo(Cost.HEAVY);
    assertThat(hash.releasesGil()).isTrue();
    assertThat(hash.isPure()).isTrue();
  }

  @Test
  void whatOneThreadMayUseIsTold() {
    assertThat(type("requests.Session").threadSafety()).isEqualTo(ThreadSafety.UNSAFE);
    assertThat(type("sqlite3.Connection").threadSafety()).isEqualTo(ThreadSafety.OWNER_THREAD);
    assertThat(type("queue.Queue").threadSafety()).isEqualTo(ThreadSafety.SAFE);
    assertThat(type("threading.LockType").picklable()).isFalse();
    assertThat(type("generator").picklable()).isFalse();
    assertThat(type("file").reiterable()).isFalse();
    assertThat(type("list").reiterable()).isTrue();
  }

  @Test
  void randomClockAndGlobalStateAreTold() {
    assertThat(function("uuid.uuid4").effects()).containsExactly(Effect.RANDOM);
    assertThat(function("numpy.random.rand").effects()).containsExactly(Effect.RANDOM);
    assertThat(function("os.urandom").effects()).containsExactly(Effect.RANDOM);
    assertThat(function("builtins.hash").effects()).containsExactly(Effect.RANDOM);
    assertThat(function("random.seed").effects()).contains(Effect.WRITES_PROCESS_STATE);
    assertThat(function("os.chdir").effects()).containsExactly(Effect.WRITES_PROCESS_STATE);
    assertThat(function("datetime.datetime.now").effects()).contains(Effect.CLOCK);
    assertThat(method("os._Environ", "__setitem__").effects())
        .containsExactly(Effect.WRITES_PROCESS_STATE);
    assertThat(method("sys.OutputStream", "write").effects()).containsExactly(Effect.OUTPUT);
    assertThat(function("pickle.loads").effects()).containsExactly(Effect.DYNAMIC_CODE);
  }

  @Test
  void whatResultsShareIsTold() {
    assertThat(function("builtins.list").aliasing()).isEqualTo(Aliasing.ELEMENTS);
    assertThat(function("builtins.max").aliasing()).isEqualTo(Aliasing.ARGUMENT);
    assertThat(method("dict", "get").aliasing()).isEqualTo(Aliasing.ARGUMENT);
    assertThat(method("str", "split").aliasing()).isEqualTo(Aliasing.FRESH);
    assertThat(method("str", "upper").aliasing()).isEqualTo(Aliasing.IMMUTABLE);
    assertThat(function("copy.deepcopy").aliasing()).isEqualTo(Aliasing.FRESH);
    assertThat(function("json.loads").aliasing()).isEqualTo(Aliasing.FRESH);
    assertThat(function("logging.getLogger").aliasing()).isEqualTo(Aliasing.SHARED);
  }

  @Test
  void packagesAreInstalledByTheirDistributionsName() {
    assertThat(knowledge.distribution("yaml")).contains("PyYAML");
    assertThat(knowledge.distribution("cv2")).contains("opencv-python");
    assertThat(knowledge.distribution("PIL.Image")).contains("Pillow");
    assertThat(knowledge.distribution("sklearn")).contains("scikit-learn");
    assertThat(knowledge.distribution("bs4")).contains("beautifulsoup4");
    assertThat(knowledge.distribution("json")).isEmpty();
  }

  private LibraryType type(String name) {
    return knowledge.type(name).orElseThrow();
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
