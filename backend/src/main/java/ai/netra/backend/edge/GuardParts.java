package ai.netra.backend.edge;

/** What answers below the framework are made of. */
record GuardParts(
    Traces traces, Failures failures, ErrorBodies errorBodies, StandardHeaders standardHeaders) {}
