package ai.netra.backend.edge;

import ai.netra.backend.service.Settings;
import java.net.InetAddress;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The server and what the framework needs to know. */
@Configuration(proxyBeanMethods = false)
@EnableWebFlux
class WebConfiguration implements WebFluxConfigurer {

  private final JsonMapper mapper;

  WebConfiguration(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(mapper));
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(new EdgeArguments());
  }

  @Bean
  HttpHandler httpHandler(ApplicationContext context) {
    return WebHttpHandlerBuilder.applicationContext(context).build();
  }

  /** By hand and in tests the service is this machine's own; images serve the network. */
  @Bean
  NettyReactiveWebServerFactory server(Settings settings, GuardParts guard, UpgradeParts upgrade) {
    NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory(settings.port());
    if (!settings.configuration().environment().deployed()) {
      factory.setAddress(InetAddress.getLoopbackAddress());
    }
    factory.addServerCustomizers(
        new HttpServerSettings(() -> new ParserGuard(guard), () -> new SocketUpgrade(upgrade)));
    return factory;
  }
}
