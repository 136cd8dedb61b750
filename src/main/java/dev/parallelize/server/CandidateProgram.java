package dev.parallelize.server;

import dev.parallelize.workflow.ProgramText;
import java.util.Optional;

/**
 * A program and a candidate in it. Identifiers that came from analyzing a folder begin with the file's path; they are
 * understood with the folder as {@code path}, and with the file itself.
 */
record CandidateProgram(ProgramText program, Optional<Workspace.Place> place, String candidateId) {

  static CandidateProgram of(Programs.Given given, String candidateId, Call call) {
    int colon = candidateId.lastIndexOf(":");
    String file = colon < 0 ? "" : candidateId.substring(0, colon);
    String inFile = candidateId.substring(colon + 1);
    if (given.isFolder() && colon > 0) {
      String folder = given.place().orElseThrow().real().toString();
      Workspace.Place found = call.workspace().find(folder + "/" + file);
      return new CandidateProgram(call.workspace().read(found), Optional.of(found), inFile);
    }
    ProgramText program = given.program(call);
    boolean sameFile =
        colon > 0 && program.path().filter(p -> ("/" + p).endsWith("/" + file)).isPresent();
    return new CandidateProgram(program, given.place(), sameFile ? inFile : candidateId);
  }
}
