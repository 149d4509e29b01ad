package ai.netra.loop.project;

import java.nio.file.Path;
import java.util.Map;

/**
 * A checked {@code netra.yaml}. Strings that may hold references ({@code ${port:http}}) are kept as
 * written; {@link References} resolves them.
 *
 * @param root the folder that holds the file: the checkout
 * @param consecutive how many full runs in a row must be proved
 */
public record Project(
    Path root,
    String name,
    int consecutive,
    Map<String, TargetSpec> targets,
    Map<String, ServiceSpec> services,
    Map<String, SuiteSpec> suites) {}
