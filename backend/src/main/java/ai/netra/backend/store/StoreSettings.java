package ai.netra.backend.store;

import java.nio.file.Path;

/**
 * Where the database is.
 *
 * @param file the SQLite file; its folder exists
 * @param readers how many connections read at once
 */
public record StoreSettings(Path file, int readers) {}
