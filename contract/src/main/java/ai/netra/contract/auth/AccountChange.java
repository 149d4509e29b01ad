package ai.netra.contract.auth;

import org.jspecify.annotations.Nullable;

/** What an owner changes; absent members stay. */
public record AccountChange(@Nullable String name, @Nullable String locale) {}
