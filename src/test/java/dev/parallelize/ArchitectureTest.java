package dev.parallelize;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of ARCHITECTURE.md: who may know whom. */
class ArchitectureTest {
  private static final String BASE = "dev.parallelize.";

  /** A package knows only those before it. */
  private static final List<String> LAYERS =
      List.of(
          "source",
          "syntax",
          "library",
          "semantics",
          "dependence",
          "hazard",
          "workload",
          "strategy",
          "rewrite",
          "verification",
          "workflow",
          "server",
          "cli");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parallelize");

  static Stream<String> layers() {
    return LAYERS.stream();
  }

  static Stream<String> pureLayers() {
    return LAYERS.stream().limit(LAYERS.indexOf("verification"));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aPackageImportsOnlyPackagesToItsLeft(String layer) {
    String[] right =
        IntStream.range(LAYERS.indexOf(layer) + 1, LAYERS.size())
            .mapToObj(i -> BASE + LAYERS.get(i) + "..")
            .toArray(String[]::new);
    if (right.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(BASE + layer + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(right)
          .allowEmptyShould(true)
          .check(PROGRAM);
    }
  }

  @ParameterizedTest
  @MethodSource("pureLayers")
  void analysisIsAFunctionOfItsArguments(String layer) {
    noClasses()
        .that()
        .resideInAPackage(BASE + layer + "..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.net..")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void onlyTheServerKnowsTheProtocolsSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.modelcontextprotocol..", "reactor..", "io.vertx..")
        .check(PROGRAM);
  }

  @Test
  void onlyTheSyntaxKnowsTheParserGenerator() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "syntax..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.antlr..")
        .check(PROGRAM);
  }
}
