package ai.netra.backend.models;

/** The versions of the catalogue that this deployment has known. */
public interface Catalogues {

  /** The version that new runs pin. */
  Catalogue current();

  /**
   * A version that something pinned.
   *
   * @throws IllegalArgumentException when no such version was ever current here
   */
  Catalogue version(String version);
}
