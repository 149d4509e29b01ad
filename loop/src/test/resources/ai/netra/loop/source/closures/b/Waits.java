package b; public final class Waits { public static void soon(Runnable r) { r.run(); } }
