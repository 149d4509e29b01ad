package ai.netra.auth.clients;

import ai.netra.auth.web.Call;

/** The call that the library's filters serve on this thread: its providers see no request. */
final class CurrentCall {

  private static final ScopedValue<Call> CALL = ScopedValue.newInstance();

  private CurrentCall() {}

  static <X extends Exception> void during(Call call, ScopedValue.CallableOp<Void, X> work)
      throws X {
    ScopedValue.where(CALL, call).call(work);
  }

  static Call get() {
    return CALL.get();
  }
}
