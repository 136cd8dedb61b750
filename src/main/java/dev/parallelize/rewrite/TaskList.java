package dev.parallelize.rewrite;

/**
 * The list of tasks that runs items together, and what happens to those still running when it is left.
 *
 * @param tasks the list's name
 * @param task the name of one of them
 * @param asyncio the module as the file spells it
 */
record TaskList(CodeText text, String tasks, String task, String asyncio) {
  /** {@code tasks = [asyncio.create_task(…) for … in …]}, broken where the line would be too long. */
  String started(String indent, String coroutine, String clause) {
    String create = asyncio + ".create_task(" + coroutine + ")";
    String head = indent + tasks + " = [";
    String line = head + create + " " + clause + "]";
    if (text.fits(line)) {
      return line + text.end();
    }
    String deeper = indent + text.unit();
    String middle = deeper + create + " " + clause;
    String inside = text.fits(middle) ? middle : deeper + create + text.end() + deeper + clause;
    return head + text.end() + inside + text.end() + indent + "]" + text.end();
  }

  /** The end of a {@code try}: what still runs is cancelled and awaited. */
  String ending(String indent) {
    String inner = indent + text.unit();
    String end = text.end();
    return String.join(
        end,
        indent + "finally:",
        inner + "for " + task + " in " + tasks + ":",
        inner + text.unit() + task + ".cancel()",
        inner + "await " + gathered());
  }

  /** The outcomes of all of them, failures included. */
  String gathered() {
    return asyncio + ".gather(*" + tasks + ", return_exceptions=True)";
  }
}
