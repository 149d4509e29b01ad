package ai.netra.loop.record;

import java.util.List;

/**
 * What a service logged as errors after its start.
 *
 * @param score of those templates that the last proved deployment never wrote
 * @param allowed the highest sum over all services that leaves the gate open
 * @param critical whether one line was worse than an error
 * @param templates all of them
 * @param fresh those that score
 */
public record DeployErrors(
    String service,
    int score,
    int allowed,
    boolean critical,
    List<String> templates,
    List<String> fresh)
    implements Entry {}
