package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import java.io.InputStream;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a controller may ask for: the {@link Caller} (null on an open route without a token), the
 * {@link Fields} of its JSON body, its {@link Query}, or the body as an {@link InputStream}.
 */
final class EdgeArguments implements HandlerMethodArgumentResolver {

  private static final Set<Class<?>> TYPES =
      Set.of(Caller.class, Fields.class, Query.class, InputStream.class);
  private static final int BUFFERS_AHEAD = 8;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return TYPES.contains(parameter.getParameterType());
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
    Class<?> type = parameter.getParameterType();
    if (type == Caller.class) {
      return Mono.justOrEmpty(Visit.of(exchange).caller());
    }
    if (type == Fields.class) {
      return Mono.just(BodyReader.fields(exchange));
    }
    if (type == Query.class) {
      return Mono.just(
          new Query(Fields.ofQuery(exchange.getRequest().getQueryParams().toSingleValueMap())));
    }
    return Mono.just(
        DataBufferUtils.subscriberInputStream(exchange.getRequest().getBody(), BUFFERS_AHEAD));
  }
}
