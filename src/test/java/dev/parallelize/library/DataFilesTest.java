package dev.parallelize.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the data files against their schema, against each other and against real Python. */
class DataFilesTest {
  private static final Path DATA = Path.of("src/main/resources/dev/parallelize/library");
  private static final Path EXPECTED = Path.of("src/test/resources/library");
  private static final Path SCRIPTS = Path.of("src/test/python");

  private final Knowledge knowledge = (Knowledge) Knowledge.standard();

  @Test
  void everyFileFollowsTheSchema() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(json.readTree(EXPECTED.resolve("schema.json").toFile()));
    for (String packageName : knowledge.packageNames()) {
      JsonNode content = json.readTree(DATA.resolve(DataFile.fileName(packageName)).toFile());
      Set<ValidationMessage> problems = schema.validate(content);
      assertThat(problems).as(packageName).isEmpty();
    }
  }

  @Test
  void theIndexListsEveryFile() throws IOException {
    try (Stream<Path> files = Files.list(DATA)) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(
                  name ->
                      !Set.of("index.json", "common.json", "costs.json", "unfailing.json")
                          .contains(name))
              .collect(Collectors.toSet());
      assertThat(knowledge.packageNames())
          .extracting(DataFile::fileName)
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void everyCostIsOfACalleeThatIsKnown() {
    assertThat(DataFile.microsPerElement()).isNotEmpty();
    DataFile.microsPerElement().keySet().forEach(this::checkIsKnown);
  }

  @Test
  void everyNameThatNeverFailsIsOfACalleeThatIsKnown() {
    assertThat(DataFile.unfailing()).isNotEmpty();
    DataFile.unfailing().forEach(this::checkIsKnown);
  }

  private void checkIsKnown(String name) {
    int dot = name.lastIndexOf('.');
    boolean known =
        knowledge.function(name).isPresent()
            || knowledge.method(name.substring(0, dot), name.substring(dot + 1)).isPresent();
    assertThat(known).as(name).isTrue();
  }

  @Test
  void everyLineCanBeRead() {
    for (String packageName : knowledge.packageNames()) {
      DataFile file = knowledge.file(packageName);
      file.functions().keySet().forEach(name -> assertThat(knowledge.function(name)).isPresent());
      file.types().keySet().forEach(name -> assertThat(knowledge.type(name)).isPresent());
      assertThat(file.modules()).contains(packageName);
      assertThat(file.modules())
          .allMatch(module -> module.equals(packageName) || module.startsWith(packageName + "."));
    }
  }

  @Test
  void everyTypeThatIsNamedIsDescribed() {
    Set<String> missing = new TreeSet<>();
    for (String packageName : knowledge.packageNames()) {
      DataFile file = knowledge.file(packageName);
      file.functions()
          .keySet()
          .forEach(name -> addUnknown(knowledge.function(name).orElseThrow().result(), missing));
      file.constants().values().forEach(type -> addUnknown(type, missing));
      for (DataFile.TypeEntry entry : file.types().values()) {
        LibraryType type = knowledge.type(entry.name()).orElseThrow();
        type.methods().values().forEach(method -> addUnknown(method.result(), missing));
        type.attributes().values().forEach(attribute -> addUnknown(attribute, missing));
        addUnknown(type.element(), missing);
        addUnknown(entry.parent(), missing);
      }
      file.aliases().values().stream()
          .filter(name -> knowledge.function(name).isEmpty() && knowledge.type(name).isEmpty())
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  private void addUnknown(String type, Set<String> missing) {
    for (String name : type.split("[\\[\\], ]+")) {
      if (!name.isEmpty() && knowledge.type(name).isEmpty()) {
        missing.add(name);
      }
    }
  }

  @Test
  void everyNameExistsInPython() throws IOException, InterruptedException {
    assertThat(python(SCRIPTS.resolve("check_library.py"), DATA, EXPECTED.resolve("newer.json")))
        .isEmpty();
  }

  @Test
  void whatIsCalledPureLeavesItsArgumentsAlone() throws IOException, InterruptedException {
    assertThat(python(SCRIPTS.resolve("check_purity.py"), DATA)).isEmpty();
  }

  /** What a script prints, in one process for all names. */
  private static String python(Path... command) throws IOException, InterruptedException {
    Path inEnvironment = Path.of(System.getProperty("python.venv", "target/venv"), "bin", "python");
    String python = Files.exists(inEnvironment) ? inEnvironment.toString() : "python3";
    ProcessBuilder builder = new ProcessBuilder(python);
    Stream.of(command).map(Path::toString).forEach(builder.command()::add);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(Optional.of(process.exitValue())).contains(0);
    return output;
  }
}
