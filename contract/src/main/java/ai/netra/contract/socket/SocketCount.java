package ai.netra.contract.socket;

/** The sockets of one node by their state. */
public record SocketCount(int open, int live, int draining) {}
