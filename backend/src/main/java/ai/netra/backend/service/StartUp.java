package ai.netra.backend.service;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the service from an open port to ready. */
public final class StartUp {

  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

  private final Lifecycle lifecycle;
  private final List<WarmUp> warmUps;
  private final ServiceFacts facts;

  StartUp(Lifecycle lifecycle, List<WarmUp> warmUps, ServiceFacts facts) {
    this.lifecycle = lifecycle;
    this.warmUps = List.copyOf(warmUps);
    this.facts = facts;
  }

  /**
   * Waits for everything that must be there, then serves.
   *
   * @param port where the service listens
   */
  public void run(int port) throws InterruptedException {
    LOG.atInfo().addKeyValue("port", port).addKeyValue("notice", notice()).log("listening");
    if (lifecycle.state() instanceof ServiceState.Migrating migrated) {
      ServiceState.Warming warming = migrated.warm();
      lifecycle.enter(warming);
      for (WarmUp warmUp : warmUps) {
        warmUp.await();
      }
      lifecycle.enter(warming.ready());
    }
  }

  private String notice() {
    return "WebSocket clients connect to %s with the subprotocols jwt-auth and jwt.<base64url(access token)>, or with the header Authorization: Bearer <access token>"
        .formatted(facts.socketUrl());
  }
}
