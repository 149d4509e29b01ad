package ai.netra.probe;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Finds the tests below the given folders of classes and tells each one. */
final class Discovery {

  private final LauncherSession session;
  private final Channel channel;

  Discovery(LauncherSession session, Channel channel) {
    this.session = session;
    this.channel = channel;
  }

  /**
   * Tells every test, then {@code discovered}; or {@code refused} with the reason when a class does
   * not load or an engine fails: a part that does not load is no smaller suite.
   *
   * @param command {@code roots}, separated as a class path
   */
  void run(Message command) {
    try {
      Set<Path> roots =
          Arrays.stream(command.get("roots").split(File.pathSeparator, -1))
              .map(Path::of)
              .collect(Collectors.toSet());
      LoadCheck.load(roots);
      tell(session.getLauncher().discover(everythingIn(roots)));
    } catch (IOException | RuntimeException | LinkageError e) {
      channel.send(Message.of("is", "refused", "message", reason(e), "stack", Stacks.of(e)));
    }
  }

  private static LauncherDiscoveryRequest everythingIn(Set<Path> roots) {
    return request()
        .selectors(selectClasspathRoots(roots))
        .configurationParameters(Requests.configuration())
        .listeners(new DiscoveryFailures())
        .build();
  }

  private void tell(TestPlan plan) {
    plan.getRoots().forEach(root -> walk(plan, root));
    channel.send(Message.of("is", "discovered"));
  }

  private void walk(TestPlan plan, TestIdentifier node) {
    if (isOneTest(node)) {
      tell(node);
      return;
    }
    plan.getChildren(node).forEach(child -> walk(plan, child));
  }

  /** A template or factory is one test: what runs below it is known only while it runs. */
  private static boolean isOneTest(TestIdentifier node) {
    return node.isTest()
        || node.getSource().filter(MethodSource.class::isInstance).isPresent()
        || lastSegment(node).startsWith("[class-template:");
  }

  private static String lastSegment(TestIdentifier node) {
    String id = node.getUniqueId();
    return id.substring(id.lastIndexOf("/[") + 1);
  }

  private void tell(TestIdentifier test) {
    TestSource source = test.getSource().orElse(null);
    channel.send(
        Message.of(
            "is", "test",
            "id", test.getUniqueId(),
            "claim", test.getDisplayName(),
            "type", typeOf(source),
            "method", source instanceof MethodSource method ? method.getMethodName() : null,
            "tags",
                test.getTags().stream()
                    .map(TestTag::getName)
                    .sorted()
                    .collect(Collectors.joining("\n"))));
  }

  private static @Nullable String typeOf(@Nullable TestSource source) {
    if (source instanceof MethodSource method) {
      return method.getClassName();
    }
    return source instanceof ClassSource type ? type.getClassName() : null;
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }
}
