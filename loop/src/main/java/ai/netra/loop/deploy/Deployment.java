package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Attested services, running. Only {@link Deployer} makes one. Closing it stops every process
 * group.
 */
public interface Deployment extends AutoCloseable {

  /** The running services, in the order of their start. */
  List<RunningService> services();

  /**
   * Calls back once for each service process that ends before {@link #close()}, from another
   * thread.
   */
  void onDeath(Consumer<RunningService> listener);

  /** The secrets of this deployment by name; never for a log or a journal. */
  Map<String, String> secrets();

  /**
   * Prepares instances of a deployed service beside it, from the same artifact: those of its needs
   * first where it shall have its own, itself last. Nothing is started yet.
   *
   * @throws InstanceFailure when they cannot be prepared
   */
  List<Instance> instances(Wanted wanted, Host host);

  /** What each service logged as errors since its start; after the end of the services too. */
  List<Log> errors();

  /** Lets the services outlive this process: from now on {@link #close()} stops nothing. */
  void detach();

  @Override
  void close();

  /** The log of a service, read for errors. */
  sealed interface Log {

    String service();

    /** All of it was read. */
    record Read(String service, List<String> templates, boolean critical) implements Log {}

    /** It was not: nobody knows what it holds. */
    record Unreadable(String service, String why) implements Log {}
  }

  /** One attested service: its log is the file that its process writes. */
  record RunningService(
      String name,
      String build,
      String digest,
      long pid,
      Instant birth,
      int privatePort,
      String publicUrl,
      Path log) {}

  /**
   * What is wanted.
   *
   * @param ownNeeds whether the services that it needs get instances too, to which it is pointed
   * @param copy whether it begins with the deployed service's data, as they are now; else with none
   * @param env variables over the declared ones; empty ones are taken away
   * @param folder takes logs and data; it exists
   */
  record Wanted(
      String service,
      boolean ownNeeds,
      boolean copy,
      Map<String, Optional<String>> env,
      Path folder) {}

  /** Who wants instances: names them, gives them addresses, knows references of their own. */
  interface Host extends Addresses {

    /** A name that no other instance has. */
    String name(ServiceSpec service);

    /** What references mean to the wanted service alone; asked once all addresses are known. */
    Map<String, String> references(ServiceSpec service);
  }

  /** An instance beside the deployment. For one thread at a time, but for its ends. */
  interface Instance extends AutoCloseable {

    String name();

    ServiceSpec service();

    URI url();

    /** What it was or would be started with. */
    List<String> argv();

    /**
     * Starts its process, for the first time or again with the same data, and returns at once.
     *
     * @throws InstanceFailure when the program cannot be started or runs already
     */
    void start();

    /** Waits until it answers for its build, and attests it; or says why it never will. */
    Start awaitReady();

    /** Stops its process where it stands. */
    void pause();

    /** Lets it go on. */
    void resume();

    /** TERM, and KILL after the time that the service declares; returns the exit status. */
    int stop();

    /** KILL; returns the exit status. */
    int kill();

    /** The exit status of its last process; empty while one runs or none was started. */
    OptionalInt status();

    /** What its last process wrote, standard output before standard error; of much, the end. */
    String output();

    /** The file that its processes write their standard output to. */
    Path log();

    /** Ends its process, if one runs, and gives its ports back. */
    @Override
    void close();
  }

  /** What became of a start. */
  sealed interface Start {

    /** It answered for its build so long after. */
    record Ready(long millis) implements Start {}

    /** It ended before it was ready. */
    record Ended(int status) implements Start {}

    /** It runs and is not ready, or answers for something else. */
    record NotReady(String reason) implements Start {}
  }

  /** An instance cannot be had; the message says why. */
  final class InstanceFailure extends RuntimeException {

    InstanceFailure(String message, Throwable cause) {
      super(message, cause);
    }

    InstanceFailure(String message) {
      super(message);
    }
  }
}
