package ai.netra.auth.clients;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.auth.ServiceToken;
import ai.netra.contract.error.ErrorCode;

/** Tokens of services over JSON, in both spellings of the credentials. */
final class ServiceLogins {

  private static final int LONGEST = 512;

  private final ServiceClients clients;
  private final ServiceTokens tokens;
  private final Throttles throttles;

  ServiceLogins(ServiceClients clients, ServiceTokens tokens, Throttles throttles) {
    this.clients = clients;
    this.tokens = tokens;
    this.throttles = throttles;
  }

  Answer answer(Call call) {
    throttles.tokenRequest(call.address());
    Fields fields = call.fields();
    boolean legacy = fields.has("service_id") && !fields.has("client_id");
    String id = fields.text(legacy ? "service_id" : "client_id", LONGEST);
    String secret = fields.secret(legacy ? "service_secret" : "client_secret", LONGEST);
    fields.check();
    if (!clients.known(id, secret)) {
      throw new Refused(
          ErrorCode.INVALID_CLIENT, "client_id, client_secret: of a known service, got others");
    }
    ServiceTokens.Made made = tokens.make(id);
    tokens.issued(id, Origin.of(call));
    return Answer.ok(
        new ServiceToken(made.token(), "Bearer", made.expiresIn(), Clients.FEED_SCOPE));
  }
}
