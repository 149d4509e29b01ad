package ai.netra.loop.record;

/** A suite asks for part 6, as declared before any of its tests ran. */
public record SensitivityTerms(String suite) implements Entry {}
