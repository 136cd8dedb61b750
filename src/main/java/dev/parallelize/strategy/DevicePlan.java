package dev.parallelize.strategy;

/** Array statements that are computed on a GPU; what they read goes there, and results come back. */
public record DevicePlan(VectorizePlan arrays, Library library) implements Plan {
  /** Stands for the name of the library's module, as {@link VectorizePlan#NUMPY} does for NumPy's. */
  public static final String DEVICE = "\uE002";

  /** Libraries with NumPy's interface. */
  public enum Library {
    CUPY("cupy", "import cupy as cp"),
    JAX("jax", "import jax.numpy as jnp");

    private final String distribution;
    private final String importStatement;

    Library(String distribution, String importStatement) {
      this.distribution = distribution;
      this.importStatement = importStatement;
    }

    /** Whether a distribution has the library: CuPy has one for each version of CUDA. */
    public boolean isProvidedBy(String installed) {
      return installed.equals(distribution)
          || (this == CUPY && installed.startsWith(distribution + "-"));
    }

    /** The package that has to be installed. */
    public String distribution() {
      return distribution;
    }

    /** The statement that makes the module available. */
    public String importStatement() {
      return importStatement;
    }
  }
}
