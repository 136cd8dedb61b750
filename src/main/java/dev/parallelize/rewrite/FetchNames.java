package dev.parallelize.rewrite;

import dev.parallelize.syntax.SyntaxTree;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names for the coroutines that take the place of a loop, after what the loop collects.
 *
 * @param item the coroutine for one item
 * @param all the coroutine for all of them
 */
record FetchNames(String item, String all) {
  private static final List<String> VERBS =
      List.of(
          "fetch_",
          "get_",
          "download_",
          "load_",
          "read_",
          "collect_",
          "crawl_",
          "scrape_",
          "analyze_",
          "analyse_",
          "process_",
          "parse_",
          "compute_",
          "score_",
          "build_");
  private static final Set<String> VAGUE = Set.of("results", "result", "out", "output", "data", "");

  /**
   * @param collected names of what is collected, best first, as {@code reports} or {@code fetch_pages}
   */
  static FetchNames choose(SyntaxTree tree, FreshNames fresh, String verb, List<String> collected) {
    String noun = "items";
    for (String name : collected) {
      String bare = bare(name);
      if (!VAGUE.contains(bare)) {
        noun = bare;
        break;
      }
    }
    String one = singular(noun);
    String many = one.equals(noun) ? noun + "s" : noun;
    String item = fresh.fresh(verb + "_" + one, verb + "_one_" + one);
    String all = fresh.fresh(verb + "_" + many, verb + "_all_" + many);
    return new FetchNames(item, all);
  }

  private static String bare(String name) {
    String bare = name.toLowerCase(Locale.ROOT);
    while (bare.startsWith("_")) {
      bare = bare.substring(1);
    }
    for (String verb : VERBS) {
      if (bare.startsWith(verb)) {
        bare = bare.substring(verb.length());
      }
    }
    return bare.startsWith("all_") ? bare.substring("all_".length()) : bare;
  }

  static String singular(String noun) {
    if (noun.endsWith("ies") && noun.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    boolean sibilant =
        noun.endsWith("sses")
            || noun.endsWith("xes")
            || noun.endsWith("ches")
            || noun.endsWith("shes")
            || noun.endsWith("uses");
    if (sibilant && noun.length() > 5) {
      return noun.substring(0, noun.length() - 2);
    }
    boolean plural = noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us");
    return plural && noun.length() > 2 ? noun.substring(0, noun.length() - 1) : noun;
  }

  /** A local name that the given code does not use. */
  static String local(Set<String> used, String... preferred) {
    Set<String> taken = new HashSet<>(used);
    for (String name : preferred) {
      if (!taken.contains(name)) {
        return name;
      }
    }
    String base = preferred[preferred.length - 1];
    int number = 2;
    while (taken.contains(base + "_" + number)) {
      number++;
    }
    return base + "_" + number;
  }
}
