package ai.netra.contract.auth;

/** The client ids, audiences and scopes that never change. */
public final class Clients {

  /** The browser and whoever signs in by JSON: a public client. */
  public static final String WEB = "netra-web";

  /** The command line: a public client that listens on loopback. */
  public static final String CLI = "netra-cli";

  /** Where a public client takes the answer of a sign-in, below its origin. */
  public static final String CALLBACK = "/callback";

  /** The backend: a service. */
  public static final String BACKEND = "netra-backend";

  /** The audience of access tokens. */
  public static final String AUDIENCE = "netra";

  /** The audience of service tokens. */
  public static final String SERVICE_AUDIENCE = "netra-services";

  /** The scope and right of services that read the feed. */
  public static final String FEED_SCOPE = "auth:feed";

  private Clients() {}
}
