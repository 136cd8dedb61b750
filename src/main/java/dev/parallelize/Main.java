package dev.parallelize;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process entry. */
@QuarkusMain
public class Main {
  public static void main(String... args) {
    Quarkus.run(args);
  }
}
