package dev.parallelize.strategy;

import dev.parallelize.dependence.Fission;
import dev.parallelize.library.Blocking;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Set;

/** Programs that the work starts and waits for: they take processors of this machine, or wait for others. */
final class StartedPrograms {
  /** Programs that do nothing but talk to other machines. */
  private static final Set<String> REMOTE =
      Set.of(
          "curl",
          "dig",
          "ftp",
          "host",
          "nc",
          "ncat",
          "nmap",
          "nslookup",
          "ping",
          "ping6",
          "rsync",
          "scp",
          "sftp",
          "snmpget",
          "snmpwalk",
          "ssh",
          "traceroute",
          "wget",
          "whois");

  private StartedPrograms() {}

  /** Whether the work waits for programs that compute on this machine, as far as their names tell. */
  static boolean computeHere(Judgement judgement) {
    return starts(judgement) && !isRemote(judgement.program());
  }

  /** What is different when programs run side by side; empty where the work starts none. */
  static List<String> caveats(Judgement judgement) {
    return starts(judgement)
        ? List.of(
            "when one program fails, later ones may have been started already",
            "what programs print themselves may come in another order, unless it is captured")
        : List.of();
  }

  private static boolean starts(Judgement judgement) {
    Fission fission = judgement.model().fission();
    return fission.work().stream()
        .flatMap(n -> judgement.program().facts(judgement.candidate().frame(), n.span()).stream())
        .map(l -> l.fact())
        .anyMatch(
            f ->
                f instanceof Fact.Does d && d.effect() == Effect.STARTS_PROCESS
                    || f instanceof Fact.Blocks b && b.kind() == Blocking.SUBPROCESS);
  }

  private static boolean isRemote(Program program) {
    boolean[] found = {false};
    Walk.each(
        program.tree().module(),
        n ->
            found[0] |=
                n instanceof Expression.Call call
                    && program.targets(call).stream()
                        .anyMatch(
                            t ->
                                t instanceof CallTarget.Known k
                                    && k.callee().effects().contains(Effect.STARTS_PROCESS))
                    && call.arguments().stream().limit(1).anyMatch(StartedPrograms::isRemote));
    return found[0];
  }

  private static boolean isRemote(Expression command) {
    Expression first =
        command instanceof Expression.ListDisplay list && !list.elements().isEmpty()
            ? list.elements().get(0)
            : command;
    return first instanceof Expression.Constant c
        && c.value() instanceof Literal.Text text
        && REMOTE.contains(text.value().strip().split("\\s+")[0]);
  }
}
