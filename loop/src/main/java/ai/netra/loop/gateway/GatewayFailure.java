package ai.netra.loop.gateway;

/** The gateway cannot listen; the message names the service, the rule and what was seen. */
public final class GatewayFailure extends RuntimeException {

  GatewayFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
