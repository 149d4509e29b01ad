package ai.netra.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The peer of auth's start: its libraries with one route and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BareServlet {

  public static void main(String[] arguments) {
    SpringApplication.run(BareServlet.class, arguments);
  }

  @Bean
  ServletRegistrationBean<Ready> ready() {
    return new ServletRegistrationBean<>(new Ready(), "/health/ready");
  }

  static final class Ready extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/json");
      response.getWriter().write("{\"status\":\"healthy\"}");
    }
  }
}
