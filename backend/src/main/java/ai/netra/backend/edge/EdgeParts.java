package ai.netra.backend.edge;

import ai.netra.contract.route.RouteTable;
import java.util.concurrent.ExecutorService;

/** What the first filter works with. */
record EdgeParts(
    RouteTable routes,
    LegacyRoutes legacy,
    Traces traces,
    ClientAddress addresses,
    StandardHeaders standardHeaders,
    Admission admission,
    BodyReader bodies,
    IdempotentCalls idempotentCalls,
    Failures failures,
    ErrorBodies errorBodies,
    RequestDeadlines deadlines,
    ExecutorService threads) {}
