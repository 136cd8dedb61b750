package dev.parallelize.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs programs that nobody here has read, in a bubblewrap sandbox or not at all.
 *
 * <p>{@link #open} runs a real program that tries the walls; when that fails, {@link #status} says why and {@link #run}
 * refuses. There is no weaker way of running a program.
 */
public final class Sandbox implements AutoCloseable {
  private static final String INSTALL =
      "Install bubblewrap: apt-get install bubblewrap (or dnf, pacman, apk).";
  private static final String NAMESPACES =
      "Allow user namespaces for this user: sysctl kernel.unprivileged_userns_clone=1, or"
          + " kernel.apparmor_restrict_unprivileged_userns=0; in a container, start it with a seccomp profile that allows"
          + " unshare and mount.";

  private final Path stage;
  private final SandboxStatus status;
  private final Optional<Bubblewrap> bubblewrap;

  private Sandbox(Path stage, SandboxStatus status, Optional<Bubblewrap> bubblewrap) {
    this.stage = stage;
    this.status = status;
    this.bubblewrap = bubblewrap;
  }

  /** Tries the sandbox with this interpreter; never fails, but the result may be unavailable. */
  public static Sandbox open(Interpreter interpreter) {
    Path stage;
    try {
      stage = prepareStage();
    } catch (IOException problem) {
      return new Sandbox(
          Path.of("/nonexistent"),
          new SandboxStatus.Unavailable(
              "No folder for temporary files could be made: " + problem.getMessage(),
              "Point java.io.tmpdir at a writable folder."),
          Optional.empty());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(stage)));
    if (!onPath("bwrap")) {
      return unavailable(stage, "The program bwrap is not on the path.", INSTALL);
    }
    boolean root = isRoot();
    if (root && !onPath("setpriv")) {
      return unavailable(
          stage,
          "Started by root, and the program setpriv is not on the path.",
          "Install util-linux.");
    }
    Optional<Path> filter = SeccompFilter.ofThisMachine().map(each -> write(stage, each));
    return root
        ? probe(interpreter, new Bubblewrap(true, true, stage, filter))
            .orIfMountsAreDenied(
                () -> probe(interpreter, new Bubblewrap(true, false, stage, filter)))
        : probe(interpreter, new Bubblewrap(false, false, stage, filter));
  }

  public SandboxStatus status() {
    return status;
  }

  /** Runs the job to its end; blocks, and ends within a second of a cancellation or an interrupt of its thread. */
  public SandboxRun run(SandboxJob job, Cancellation cancellation) {
    SandboxTier tier = tier();
    if (status instanceof SandboxStatus.Unavailable unavailable) {
      return SandboxRun.unobserved(new Outcome.Refused(unavailable.cause()), tier, 0);
    }
    Optional<String> objection = Objections.against(job);
    if (objection.isPresent()) {
      return SandboxRun.unobserved(new Outcome.Refused(objection.get()), tier, 0);
    }
    return supervise(bubblewrap.orElseThrow(), tier, job, cancellation);
  }

  /** Removes what the sandbox keeps on disk: two small files and empty folders. */
  @Override
  public void close() {
    remove(stage);
  }

  private SandboxTier tier() {
    return status instanceof SandboxStatus.Available available
        ? available.tier()
        : SandboxTier.BUBBLEWRAP;
  }

  /** Root without the right to mount, as in most containers, can still confine an interpreter that all can reach. */
  private Sandbox orIfMountsAreDenied(Supplier<Sandbox> other) {
    if (status instanceof SandboxStatus.Available) {
      return this;
    }
    Sandbox second = other.get();
    return second.status instanceof SandboxStatus.Available ? second : this;
  }

  private static SandboxRun supervise(
      Bubblewrap bubblewrap, SandboxTier tier, SandboxJob job, Cancellation cancellation) {
    try {
      return new SupervisedProcess(bubblewrap, tier, job, cancellation).run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return SandboxRun.unobserved(new Outcome.Cancelled(), tier, 0);
    } catch (IOException problem) {
      throw new IllegalStateException("a sandbox run broke off", problem);
    }
  }

  private static Sandbox probe(Interpreter interpreter, Bubblewrap bubblewrap) {
    SandboxTier tier =
        bubblewrap.filter().isPresent()
            ? SandboxTier.BUBBLEWRAP
            : SandboxTier.BUBBLEWRAP_NO_SECCOMP;
    RunLimits limits = RunLimits.usual().withWall(Duration.ofSeconds(10));
    SandboxJob job = SandboxJob.program(interpreter, Resources.text("probe.py"), limits);
    SandboxRun run = supervise(bubblewrap, tier, job, Cancellation.NEVER);
    if (run.outcome() instanceof Outcome.Ok && run.stdout().equals("walls hold\n")) {
      return new Sandbox(
          bubblewrap.stage(), new SandboxStatus.Available(tier), Optional.of(bubblewrap));
    }
    String said = Printable.oneLine(run.stdout() + " " + run.stderr(), 300);
    return unavailable(
        bubblewrap.stage(),
        "A trial run in the sandbox did not hold: " + run.outcome().label() + ". " + said,
        NAMESPACES);
  }

  private static Sandbox unavailable(Path stage, String cause, String fix) {
    return new Sandbox(stage, new SandboxStatus.Unavailable(cause, fix), Optional.empty());
  }

  private static Path prepareStage() throws IOException {
    Path stage =
        Files.createTempDirectory(
            "parallelize-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.setPosixFilePermissions(stage, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (int i = 0; i < Bubblewrap.STAGES; i++) {
      Files.createDirectory(stage.resolve(Integer.toString(i)));
    }
    Files.writeString(stage.resolve("hosts"), Bubblewrap.hosts());
    Files.writeString(stage.resolve("passwd"), Bubblewrap.passwd());
    for (String file : List.of("hosts", "passwd")) {
      Files.setPosixFilePermissions(
          stage.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
    }
    return stage;
  }

  private static Path write(Path stage, byte[] filter) {
    try {
      return Files.write(stage.resolve("filter"), filter);
    } catch (IOException problem) {
      throw new java.io.UncheckedIOException(problem);
    }
  }

  private static void remove(Path stage) {
    try (Stream<Path> entries = Files.walk(stage)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException alreadyGone) {
      return;
    }
  }

  private static boolean onPath(String program) {
    return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** What makes a job one that is not started at all; kept apart so that it reads as a list. */
  private static final class Objections {
    private static final int MAX_FILE_BYTES = 64 << 20;

    static Optional<String> against(SandboxJob job) {
      for (var file : job.files().entrySet()) {
        Path path = Path.of("/sandbox/work").resolve(file.getKey()).normalize();
        if (!path.startsWith("/sandbox/work") || file.getKey().startsWith("/")) {
          return Optional.of("the file name " + file.getKey() + " leaves the program's folder");
        }
        if (file.getValue().length > MAX_FILE_BYTES) {
          return Optional.of(
              "the file " + file.getKey() + " is larger than " + MAX_FILE_BYTES + " bytes");
        }
      }
      for (Path folder : Bubblewrap.foreignFolders(job.interpreter())) {
        if (folder.getNameCount() < 2 || folder.equals(Path.of(System.getProperty("user.home")))) {
          return Optional.of(
              "the interpreter's folder " + folder + " would show too much of this machine");
        }
      }
      return Bubblewrap.foreignFolders(job.interpreter()).size() > Bubblewrap.STAGES
          ? Optional.of("the interpreter is spread over too many folders")
          : Optional.empty();
    }
  }

  /** Texts in bytes, as jobs carry them. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
