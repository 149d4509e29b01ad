package ai.netra.backend.service;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {

  /** A new id that nobody can guess: the prefix (as {@code run_}) and 26 characters. */
  String next(String prefix);
}
