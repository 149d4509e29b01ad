package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** V17: a protection is weaker than before the change and than on the base. */
record ProtectionWeakened() implements Rule {

  private static final List<Hint> HINTS =
      List.of(
          Hint.of(
              "\\bpermitAll\\b|@PermitAll|\\banonymous\\(\\)\\.(enable|permit)|\\ballowAnonymous\\b|AllowAny\\b",
              "anybody may"),
          Hint.of(
              "(?i)csrf\\b.*disable|headers\\(\\)\\.disable|@csrf_exempt",
              "a protection of the browser is off"),
          Hint.of(
              "(?i)trust-?all|TrustAllStrategy|NoopHostnameVerifier|InsecureTrustManager|setVerifyHost\\(false|verify\\s*=\\s*False|rejectUnauthorized\"?\\s*:\\s*false|InsecureSkipVerify|sslmode=disable|ssl\\.enabled?\\s*[:=]\\s*\"?false|NODE_TLS_REJECT",
              "TLS is not verified"),
          Hint.of(
              "(?i)(allowed-?_?origins?(patterns?)?|access-control-allow-origin)[^\\n]{0,20}[\"'\\[(:= ]\\s*[\"']?\\*",
              "any origin may"),
          Hint.of(
              "(?i)alg[\"']?\\s*[:=(]\\s*[\"']none|NoOpPasswordEncoder|\\{noop\\}|verify_signature[\"']?\\s*:\\s*False|jwt\\.decode\\([^)]*verify=False",
              "a signature or hash is not checked"),
          Hint.of(
              "(?i)\\b(set)?(secure|httpOnly)\\(\\s*false|same-?site[\"']?\\s*[:=(,]\\s*[\"']?none",
              "a cookie is open"),
          Hint.of(
              "(?i)\\b(auth\\w*|security|validation|verification|verify|rate.?limit\\w*|throttl\\w*|csrf|tls)([._-]?(enabled|required|active))?[\"']?\\s*[:=]\\s*[\"']?(false|off|no|none|disabled)\\b",
              "it is switched off"));

  private static final Pattern UPPER =
      Pattern.compile(
          "(?i)(^|[_.-]|[a-z](?=[A-Z]))(max(imum)?|limit|most|quota|throttle|rate|capacity|burst|budget|longest|largest|ttl|expiry|expires|lifetime|validity|skew|leeway)");
  private static final Pattern LOWER =
      Pattern.compile("(?i)(^|[_.-])(min(imum)?|least|shortest|strength|iterations|rounds|cost)");

  @Override
  public String name() {
    return "V17";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    material
        .standing()
        .filter(file -> file.isProduct() && (file.isCode() || file.isConfiguration()))
        .forEach(file -> findings.addAll(in(material, file)));
    Guards.lost(material).forEach(it -> findings.add(fatal(it.file(), it.line(), it.words())));
    return findings;
  }

  private List<Finding> in(Material material, ChangedFile file) {
    List<Finding> findings = new ArrayList<>();
    Lines.inText(material, file, HINTS)
        .forEach(it -> findings.add(fatal(file, it.line(), it.words())));
    Numbers.raised(file, UPPER)
        .forEach(it -> findings.add(fatal(file, it.line(), "a limit is raised: " + it.words())));
    Numbers.lowered(file, LOWER)
        .forEach(it -> findings.add(fatal(file, it.line(), "less is demanded: " + it.words())));
    if (file.isJava() && file.unitAfter().isEmpty() && !file.after().isEmpty()) {
      findings.add(fatal(file, 1, "it is no Java any more: what protects cannot be seen"));
    }
    return findings;
  }
}
