package ai.netra.loop.suite;

import ai.netra.loop.gateway.Attribution;
import ai.netra.loop.journal.Journal;
import ai.netra.loop.workspace.ProcessGroups;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a suite runs in.
 *
 * @param tree the folder of the tree under test: commands run here, sources and classes lie below
 * @param output a folder for what workers and commands print; it exists
 * @param probe the probe's jar
 * @param java the program that starts a JVM
 * @param environment the loop's own variables, of which a suite sees PATH, HOME, LANG and TMPDIR
 * @param nonce the nonce of the run, in hex, from which trace ids come
 * @param round the round that journal lines belong to
 */
public record SuiteContext(
    Path tree,
    Path output,
    Path probe,
    Path java,
    Map<String, String> environment,
    ProcessGroups processes,
    Attribution attribution,
    Addresses addresses,
    Journal journal,
    String nonce,
    int round,
    Clock clock) {}
