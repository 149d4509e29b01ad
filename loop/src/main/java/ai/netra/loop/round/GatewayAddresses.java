package ai.netra.loop.round;

import ai.netra.loop.gateway.Front;
import ai.netra.loop.gateway.Gateway;
import ai.netra.loop.project.ServiceSpec;
import java.net.URI;
import java.util.function.IntFunction;

/** The gateway holds every public port; services listen on private ones that nobody is told. */
final class GatewayAddresses
    implements ai.netra.loop.deploy.Addresses, ai.netra.loop.suite.Addresses {

  private final Gateway gateway;
  private final IntFunction<String> control;
  private final RoundListener listener;

  /**
   * @param control where the attempt of a lane orders
   */
  GatewayAddresses(Gateway gateway, IntFunction<String> control, RoundListener listener) {
    this.gateway = gateway;
    this.control = control;
    this.listener = listener;
  }

  @Override
  public int privatePort(ServiceSpec service, String port) {
    return 0;
  }

  @Override
  public URI publicUrl(ServiceSpec service, int privatePort) {
    int asked = service.ports().values().stream().findFirst().orElse(0);
    Front front = gateway.front(service.name(), asked);
    gateway.upstream(service.name(), privatePort);
    if (front.fellBack()) {
      listener.note(
          "port %d of %s is taken, this run uses %d"
              .formatted(asked, service.name(), front.port()));
    }
    return URI.create(front.url());
  }

  @Override
  public String front(String service) {
    return gateway.front(service, 0).url();
  }

  @Override
  public String control(int lane) {
    return control.apply(lane);
  }

  @Override
  public String lane(String service, int lane) {
    return gateway.lane(service, lane);
  }
}
