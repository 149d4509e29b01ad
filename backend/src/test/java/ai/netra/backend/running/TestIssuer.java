package ai.netra.backend.running;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer with one real ES256 key, a feed that tests write, and a count of what was asked. */
public final class TestIssuer implements AutoCloseable {

  private final ECKey key = newKey("k1");
  private final HttpServer server;
  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final AtomicInteger seq = new AtomicInteger();
  private final AtomicInteger keyFetches = new AtomicInteger();

  public TestIssuer() throws IOException {
    this(0);
  }

  /** On a port that is known before, for an issuer that comes late. */
  public TestIssuer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          keyFetches.incrementAndGet();
          answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
    server.createContext(
        "/oauth2/token",
        exchange -> answer(exchange, "{\"access_token\":\"service\",\"expires_in\":3600}"));
    server.createContext(
        "/auth/feed/revocations", exchange -> answer(exchange, "{\"seq\":0,\"entries\":[]}"));
    server.createContext("/auth/feed", exchange -> answer(exchange, page()));
    server.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  public int keyFetches() {
    return keyFetches.get();
  }

  /** A token of 10 minutes with the rights of an ordinary user. */
  public String token(String user) {
    return token(user, claims -> claims);
  }

  /** A token whose claims a test changes. */
  public String token(String user, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet claims =
        change
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(url().toString())
                    .subject(user)
                    .audience("netra")
                    .jwtID("jti-" + user + "-" + seq.incrementAndGet())
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                    .claim("client_id", "netra-web")
                    .claim("sid", "sid-" + user)
                    .claim("gid", "gid-" + user)
                    .claim("roles", List.of("user"))
                    .claim("permissions", List.of("read", "write", "usage:import")))
            .build();
    return signed(header("at+jwt", "k1"), claims, key);
  }

  /** A token of the right shape that another key signed. */
  public String foreign(String user) throws java.text.ParseException {
    JWTClaimsSet claims = SignedJWT.parse(token(user)).getJWTClaimsSet();
    return signed(header("at+jwt", "k1"), claims, newKey("k1"));
  }

  /** A token whose key the issuer does not have. */
  public String unknownKey(String user) throws java.text.ParseException {
    JWTClaimsSet claims = SignedJWT.parse(token(user)).getJWTClaimsSet();
    return signed(header("at+jwt", "k9"), claims, newKey("k9"));
  }

  /** A token of another type. */
  public String typed(String user, String type) throws java.text.ParseException {
    return signed(header(type, "k1"), SignedJWT.parse(token(user)).getJWTClaimsSet(), key);
  }

  /** Tells the feed; members without braces, as {@code "kind":"session.revoked","sid":"s"}. */
  public void tell(String members) {
    events.add("{\"seq\":%d,%s}".formatted(seq.incrementAndGet(), members));
  }

  private String page() {
    try {
      String event = events.poll(2, TimeUnit.SECONDS);
      return "{\"events\":[%s],\"last_seq\":%d}".formatted(event == null ? "" : event, seq.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "{\"events\":[],\"last_seq\":0}";
    }
  }

  private static JWSHeader header(String type, String keyId) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .type(new JOSEObjectType(type))
        .keyID(keyId)
        .build();
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey by) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new ECDSASigner(by));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a test token could not be signed", e);
    }
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(id)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("a test key could not be made", e);
    }
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
