package ai.netra.loop.record;

import java.util.List;

/** New error templates in the service logs after the start, and their score. */
public record DeployErrors(String service, int score, List<String> templates) implements Entry {}
