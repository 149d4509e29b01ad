package ai.netra.backend.models;

import java.util.List;

/** A catalogue breaks its rules; all findings are told at once, each with its place. */
public final class CatalogueRefused extends RuntimeException {

  private final List<String> findings;

  CatalogueRefused(String name, List<String> findings) {
    super("catalogue %s: refused; %s".formatted(name, String.join("; ", findings)));
    this.findings = List.copyOf(findings);
  }

  public List<String> findings() {
    return findings;
  }
}
