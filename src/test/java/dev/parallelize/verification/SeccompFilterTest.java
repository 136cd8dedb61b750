package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Interprets the filter as the kernel does, for both processors. */
class SeccompFilterTest {
  private static final int ALLOW = 0x7FFF0000;
  private static final int EPERM = 0x00050001;
  private static final int ENOSYS = 0x00050026;
  private static final int X86_64 = 0xC000003E;
  private static final int AARCH64 = 0xC00000B7;

  private static int decide(String processor, int audit, int call, long... arguments) {
    ByteBuffer code =
        ByteBuffer.wrap(SeccompFilter.of(processor).orElseThrow()).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer data =
        ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0, call).putInt(4, audit);
    for (int i = 0; i < arguments.length; i++) {
      data.putLong(16 + 8 * i, arguments[i]);
    }
    int accumulator = 0;
    for (int at = 0; ; at++) {
      int operation = code.getShort(at * 8);
      int operand = code.getInt(at * 8 + 4);
      int whenTrue = code.get(at * 8 + 2);
      int whenFalse = code.get(at * 8 + 3);
      switch (operation) {
        case 0x20 -> accumulator = data.getInt(operand);
        case 0x15 -> at += accumulator == operand ? whenTrue : whenFalse;
        case 0x35 ->
            at += Integer.compareUnsigned(accumulator, operand) >= 0 ? whenTrue : whenFalse;
        case 0x45 -> at += (accumulator & operand) != 0 ? whenTrue : whenFalse;
        case 0x06 -> {
          return operand;
        }
        default -> throw new AssertionError("operation " + operation);
      }
    }
  }

  @Test
  void ordinaryCallsPass() {
    for (int call : new int[] {0, 1, 9, 57, 59, 202, 231}) {
      assertThat(decide("amd64", X86_64, call)).isEqualTo(ALLOW);
    }
    for (int call : new int[] {63, 64, 222, 221, 98, 94}) {
      assertThat(decide("aarch64", AARCH64, call)).isEqualTo(ALLOW);
    }
  }

  @Test
  void dangerousCallsAreDenied() {
    for (int call : new int[] {101, 250, 321, 323, 165, 272, 310}) {
      assertThat(decide("amd64", X86_64, call)).isEqualTo(EPERM);
    }
    for (int call : new int[] {117, 219, 280, 282, 40, 97, 270}) {
      assertThat(decide("aarch64", AARCH64, call)).isEqualTo(EPERM);
    }
    assertThat(decide("amd64", X86_64, 435)).isEqualTo(ENOSYS);
  }

  @Test
  void processesMayBeClonedButNotIntoNewNamespaces() {
    assertThat(decide("amd64", X86_64, 56, 0x01200011)).isEqualTo(ALLOW);
    assertThat(decide("amd64", X86_64, 56, 0x10000011)).isEqualTo(EPERM);
    assertThat(decide("aarch64", AARCH64, 220, 0x40000011)).isEqualTo(EPERM);
  }

  @Test
  void onlyUsualSocketFamiliesAreOpened() {
    for (int family : new int[] {1, 2, 10, 16}) {
      assertThat(decide("amd64", X86_64, 41, family)).isEqualTo(ALLOW);
      assertThat(decide("aarch64", AARCH64, 199, family)).isEqualTo(ALLOW);
    }
    for (int family : new int[] {17, 38, 40, 44}) {
      assertThat(decide("amd64", X86_64, 41, family)).isEqualTo(0x00050061);
    }
  }

  @Test
  void inputCannotBePushedIntoATerminal() {
    assertThat(decide("amd64", X86_64, 16, 0, 0x5412)).isEqualTo(EPERM);
    assertThat(decide("amd64", X86_64, 16, 0, 0x5401)).isEqualTo(ALLOW);
  }

  @Test
  void otherEntriesIntoTheKernelEndTheProcess() {
    assertThat(decide("amd64", 0x40000003, 11)).isEqualTo(0x80000000);
    assertThat(decide("amd64", X86_64, 0x40000000 + 101)).isEqualTo(ENOSYS);
  }

  @Test
  void anUnknownProcessorHasNone() {
    assertThat(SeccompFilter.of("sparc")).isEmpty();
  }
}
