// The socket: authenticates by subprotocol, comes back after a cut from its last cursor, and sends what waited meanwhile.
const POLICY = 1008;
const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;

const encoded = (token) => btoa(token).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export class Stream {
  #url;
  #token;
  #listener;
  #socket = null;
  #live = false;
  #cursor = null;
  #pause = FIRST_PAUSE_MILLIS;
  #waiting = [];

  /** The listener is told each frame, the state of the connection in a word, and problems in sentences. */
  constructor(url, token, listener) {
    this.#url = url;
    this.#token = token;
    this.#listener = listener;
  }

  async open() {
    this.#listener.state('connecting');
    const query = this.#cursor ? `?cursor=${encodeURIComponent(this.#cursor)}` : '';
    const token = await this.#token().catch((error) => this.#listener.problem(error.message));
    if (!token) return;
    this.#socket = new WebSocket(this.#url + query, ['jwt-auth', `jwt.${encoded(token)}`]);
    this.#socket.addEventListener('message', (event) => this.#take(JSON.parse(event.data)));
    this.#socket.addEventListener('close', (event) => this.#closed(event));
  }

  /** Sends now, or once the socket is there. A message has an id of its own, so that twice does no harm. */
  send(message) {
    this.#waiting.push(message);
    this.#flush();
  }

  #flush() {
    if (!this.#live) return;
    this.#waiting.splice(0).forEach((message) => this.#socket.send(JSON.stringify(message)));
  }

  #take(frame) {
    if (frame.cursor) this.#cursor = frame.cursor;
    if (frame.type === 'system_message') this.#system(frame.data);
    else if (frame.type === 'error_message') this.#listener.problem(frame.error_message);
    else this.#listener.frame(frame);
  }

  async #system(data) {
    if (data.event === 'connection_established') {
      this.#cursor ??= data.cursor;
      this.#live = true;
      this.#pause = FIRST_PAUSE_MILLIS;
      this.#listener.state('connected');
      this.#flush();
    } else if (data.event === 'token_expiring') {
      const token = await this.#token().catch((error) => this.#listener.problem(error.message));
      if (token) this.send({ type: 'authenticate', token });
    }
  }

  #closed(event) {
    this.#live = false;
    if (event.code === POLICY) {
      this.#listener.state('signed out');
      this.#listener.problem('Your session is over. Reload the page to sign in again.');
      return;
    }
    this.#listener.state('reconnecting');
    setTimeout(() => this.open(), this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  }
}
