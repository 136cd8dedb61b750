package dev.parallelize.verification;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A system call filter in the classic BPF form that {@code seccomp(2)} takes.
 *
 * <p>Calls that reach into other processes, the kernel's keys, its tracing and its mount tables are denied, as are new
 * namespaces and all socket families but local, internet and netlink ones. The list is {@code
 * denied-system-calls.txt}. A call made through another architecture's entry ends the process.
 */
final class SeccompFilter {
  /** A processor whose system calls are known here: its audit number, and its numbers of the calls with rules. */
  private record Architecture(
      int audit, int column, int cloneCall, int socket, int socketpair, int ioctl) {}

  private static final Map<String, Architecture> KNOWN =
      Map.of(
          "amd64", new Architecture(0xC000003E, 1, 56, 41, 53, 16),
          "aarch64", new Architecture(0xC00000B7, 2, 220, 198, 199, 29));
  private static final Map<String, Integer> ERRORS =
      Map.of("EPERM", 1, "ENOSYS", 38, "EAFNOSUPPORT", 97);

  private static final int LOAD_WORD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_AT_LEAST = 0x35;
  private static final int JUMP_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int ALLOW = 0x7FFF0000;
  private static final int KILL_PROCESS = 0x80000000;
  private static final int ERRNO = 0x00050000;

  private static final int OFFSET_NUMBER = 0;
  private static final int OFFSET_ARCHITECTURE = 4;
  private static final int OFFSET_ARGUMENTS = 16;

  /** Numbers from here on belong to the x32 interface of x86-64. */
  private static final int X32 = 0x40000000;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
  private static final int NEW_NAMESPACES = 0x7E020000;

  /** AF_UNIX, AF_INET, AF_INET6, AF_NETLINK; the last is how the C library lists interfaces. */
  private static final List<Integer> SOCKET_FAMILIES = List.of(1, 2, 10, 16);

  /** TIOCSTI and TIOCLINUX push input into a terminal. */
  private static final List<Integer> TERMINAL_INJECTIONS = List.of(0x5412, 0x541C);

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  private SeccompFilter() {}

  /** The filter for this processor; empty when its system calls are not known here. */
  static Optional<byte[]> ofThisMachine() {
    return of(System.getProperty("os.arch", "").toLowerCase(Locale.ROOT));
  }

  static Optional<byte[]> of(String processor) {
    return Optional.ofNullable(KNOWN.get(processor))
        .map(each -> new SeccompFilter().assemble(each));
  }

  private byte[] assemble(Architecture architecture) {
    emit(LOAD_WORD, 0, 0, OFFSET_ARCHITECTURE);
    emit(JUMP_EQUAL, 1, 0, architecture.audit());
    emit(RETURN, 0, 0, KILL_PROCESS);
    emit(LOAD_WORD, 0, 0, OFFSET_NUMBER);
    emit(JUMP_AT_LEAST, 0, 1, X32);
    emit(RETURN, 0, 0, error("ENOSYS"));
    denied(architecture);
    namespaces(architecture.cloneCall());
    families(architecture.socket());
    families(architecture.socketpair());
    terminals(architecture.ioctl());
    emit(RETURN, 0, 0, ALLOW);
    return code.toByteArray();
  }

  private void denied(Architecture architecture) {
    for (String line : Resources.text("denied-system-calls.txt").lines().toList()) {
      String[] fields = line.trim().split("\\s+");
      if (line.startsWith("#") || fields[architecture.column()].equals("-")) {
        continue;
      }
      emit(JUMP_EQUAL, 0, 1, Integer.parseInt(fields[architecture.column()]));
      emit(RETURN, 0, 0, error(fields[3]));
    }
  }

  private void namespaces(int cloneCall) {
    emit(JUMP_EQUAL, 0, 4, cloneCall);
    emit(LOAD_WORD, 0, 0, argument(0));
    emit(JUMP_ANY_BIT, 0, 1, NEW_NAMESPACES);
    emit(RETURN, 0, 0, error("EPERM"));
    emit(RETURN, 0, 0, ALLOW);
  }

  private void families(int call) {
    int allowed = SOCKET_FAMILIES.size();
    emit(JUMP_EQUAL, 0, allowed + 3, call);
    emit(LOAD_WORD, 0, 0, argument(0));
    for (int i = 0; i < allowed; i++) {
      emit(JUMP_EQUAL, allowed - i, 0, SOCKET_FAMILIES.get(i));
    }
    emit(RETURN, 0, 0, error("EAFNOSUPPORT"));
    emit(RETURN, 0, 0, ALLOW);
  }

  private void terminals(int ioctl) {
    int requests = TERMINAL_INJECTIONS.size();
    emit(JUMP_EQUAL, 0, requests + 3, ioctl);
    emit(LOAD_WORD, 0, 0, argument(1));
    for (int i = 0; i < requests; i++) {
      emit(JUMP_EQUAL, requests - i, 0, TERMINAL_INJECTIONS.get(i));
    }
    emit(RETURN, 0, 0, ALLOW);
    emit(RETURN, 0, 0, error("EPERM"));
  }

  /** The low half of an argument, on a little-endian machine. */
  private static int argument(int number) {
    return OFFSET_ARGUMENTS + 8 * number;
  }

  private static int error(String name) {
    return ERRNO | ERRORS.get(name);
  }

  private void emit(int operation, int whenTrue, int whenFalse, int operand) {
    code.write(operation);
    code.write(operation >>> 8);
    code.write(whenTrue);
    code.write(whenFalse);
    for (int shift = 0; shift < 32; shift += 8) {
      code.write(operand >>> shift);
    }
  }
}
