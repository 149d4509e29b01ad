package ai.netra.backend.edge;

import ai.netra.contract.socket.SocketCount;

/** The open sockets of this node. */
final class Sockets {

  SocketCount count() {
    return new SocketCount(0, 0, 0);
  }

  void drain() {}
}
