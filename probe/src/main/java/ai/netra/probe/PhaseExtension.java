package ai.netra.probe;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Tells where a test's phases begin: setup is the constructor and what runs before, the call is the
 * test method, teardown what runs after. JUnit registers it by itself, before a suite's own
 * extensions, so that it stands outside them. It does nothing outside the loop.
 */
public final class PhaseExtension implements InvocationInterceptor {

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    enter(Phase.SETUP);
    return invocation.proceed();
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    enter(Phase.SETUP);
    invocation.proceed();
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    enter(Phase.SETUP);
    invocation.proceed();
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    callThenTearDown(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    callThenTearDown(invocation);
  }

  /** A factory's tests run after its method returned and before teardown: they are calls too. */
  @Override
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    return call(invocation);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    call(invocation);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    enter(Phase.TEARDOWN);
    invocation.proceed();
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext extensionContext)
      throws Throwable {
    enter(Phase.TEARDOWN);
    invocation.proceed();
  }

  private static void callThenTearDown(Invocation<@Nullable Void> invocation) throws Throwable {
    try {
      call(invocation);
    } finally {
      enter(Phase.TEARDOWN);
    }
  }

  private static <T extends @Nullable Object> T call(Invocation<T> invocation) throws Throwable {
    enter(Phase.CALL);
    try {
      return invocation.proceed();
    } catch (Throwable failure) {
      Binding binding = Binding.bound();
      if (binding != null) {
        binding.progress().failedInCall(failure);
      }
      throw failure;
    }
  }

  private static void enter(Phase phase) {
    Binding binding = Binding.bound();
    if (binding != null) {
      binding.progress().enter(phase);
    }
  }
}
