package ai.netra.loop.record;

import java.util.List;

/** The order of a full run, and the seed it was drawn with. */
public record Order(String suite, int run, long seed, List<String> tests) implements Entry {}
