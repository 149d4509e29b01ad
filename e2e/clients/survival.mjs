// Kill, pause and restart of a backend in the middle of runs, in seeded trials: no event may be lost, doubled or
// reordered. Starts an auth service and one backend for each kind of trial on free ports, from their artifacts.
//
//   usage: node survival.mjs [TRIALS] [SEED] [MODE...]   (built before: ./mvnw -pl auth,backend -am -DskipTests package;
//          npm --prefix e2e/clients ci; JAVA_HOME names a JDK 25)
//
// Each trial: a user of its own sends messages in threads of their own; after a seeded number of events the backend is
// killed with SIGKILL, paused with SIGSTOP for 5 s, or stopped with SIGTERM; it is started again where it ended. The
// client comes back with its last cursor, sends again what was not received, and waits for the end of each run. Then,
// over all sockets of the trial together, the frames of each run must be 1, 2, 3, … with one end, as the journal over
// HTTP has them, and each message must have one run. Prints a line a trial and one of sums for each kind; ends with 1
// after any miss, which is named.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import WebSocket from 'ws';

const TRIALS = Number(process.argv[2] ?? 50);
const SEED = Number(process.argv[3] ?? 1);
const MODES = process.argv.length > 4 ? process.argv.slice(4) : ['kill', 'pause', 'restart'];
const RUNS = 4;
const EVENTS = 100; // about as many as the runs of a trial have
const PAUSE_MILLIS = 5_000;
const PATIENCE_MILLIS = 180_000; // on a busy machine a start alone takes half a minute
const ROOT = resolve(import.meta.dirname, '../..');
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
const FOLDER = mkdtempSync(join(tmpdir(), 'netra-survival-'));
const SECRET = randomBytes(32).toString('base64url');
const KEY = randomBytes(32).toString('base64url');
const ENDS = ['agent_completed', 'agent_error', 'agent_cancelled'];

const processes = new Set();
process.on('exit', () => processes.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

/** Mulberry32: the same seed gives the same moments. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** One service process that can end and begin again on its port and its data. */
class Service {
  constructor(name, folder, port, env) {
    Object.assign(this, { name, folder, port, env, url: `http://localhost:${port}` });
  }

  async start() {
    const log = openSync(join(FOLDER, `${this.folder}.log`), 'a');
    this.process = spawn(JAVA, ['-XX:AOTCache=app.aot', '-jar', 'app.jar'], {
      cwd: join(ROOT, this.name, 'target/app'),
      env: { PATH: process.env.PATH, NETRA_ENV: 'test', SERVER_PORT: String(this.port), ...this.env },
      stdio: ['ignore', log, log],
    });
    const child = this.process;
    processes.add(child);
    this.ended = once(child, 'exit').then(() => processes.delete(child));
    for (const began = Date.now(); Date.now() - began < PATIENCE_MILLIS; await pause(25)) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.status === 200) return;
      if (this.process.exitCode !== null) throw new Error(`${this.name} ended with ${this.process.exitCode}`);
    }
    throw new Error(`${this.name} is not ready`);
  }

  signal(name) {
    this.process.kill(name);
  }

  async end(name) {
    this.signal(name);
    await this.ended;
  }
}

async function identity(auth) {
  const headers = { 'content-type': 'application/json', 'x-netra-e2e-key': KEY };
  const answer = await fetch(`${auth.url}/auth/e2e/identities`, { method: 'POST', headers, body: '{"count":1}' });
  return (await answer.json()).identities[0].access_token;
}

/** A user of one trial: what was sent, and every frame in the order in which it came, over all sockets. */
class Client {
  constructor(backend, token) {
    Object.assign(this, { backend, token, frames: [], runs: new Map(), open: false });
    this.keys = Array.from({ length: RUNS }, (_, i) => `m-${i}`);
  }

  async connect() {
    const cursor = this.frames.findLast((frame) => frame.cursor)?.cursor;
    const url = this.backend.url.replace('http', 'ws') + `/ws${cursor ? `?cursor=${cursor}` : ''}`;
    this.socket = new WebSocket(url, { headers: { authorization: `Bearer ${this.token}` } });
    this.socket.on('message', (data) => this.take(JSON.parse(data.toString())));
    this.socket.on('close', () => (this.open = false));
    await new Promise((opened, failed) => this.socket.on('open', opened).on('error', failed));
    this.open = true;
  }

  take(frame) {
    this.frames.push(frame);
    if (frame.type === 'message_received') {
      const runs = this.runs.get(frame.correlation_id) ?? new Set();
      this.runs.set(frame.correlation_id, runs.add(frame.run_id));
    }
  }

  /** Sends each message that was not received yet, under the key that makes it one message. */
  ask() {
    for (const [i, key] of this.keys.entries()) {
      if (!this.runs.has(key)) {
        this.socket.send(JSON.stringify({
          type: 'user_message', client_message_id: key, thread_id: `t-${i}`,
          payload: { content: 'What do I spend, and on what?' },
        }));
      }
    }
  }

  events() {
    return this.frames.filter((frame) => frame.cursor).length;
  }

  /** Waits for so many events, or for the last one. */
  async reach(count) {
    while (this.events() < count && !this.isDone()) await pause(1);
  }

  isDone() {
    const ended = new Set(this.frames.filter((frame) => ENDS.includes(frame.type)).map((frame) => frame.run_id));
    return this.runs.size === RUNS && [...this.runs.values()].every((runs) => [...runs].every((run) => ended.has(run)));
  }

  /** Waits for every end, and comes back whenever the socket is gone. */
  async finish() {
    for (const began = Date.now(); !this.isDone(); await pause(10)) {
      if (Date.now() - began > PATIENCE_MILLIS) throw new Error(`not every run ended: ${this.runs.size} of ${RUNS}`);
      if (!this.open) {
        await this.connect().then(() => this.ask(), () => pause(50));
      }
    }
    this.socket.close();
  }

  /** What is not as it must be. */
  async misses() {
    const misses = [];
    for (const [key, runs] of this.runs) {
      if (runs.size !== 1) misses.push(`${key} has ${runs.size} runs`);
      for (const run of runs) misses.push(...(await this.missesOf(run)));
    }
    const listed = await this.get('/api/runs?limit=100');
    if (listed.data.length !== RUNS) misses.push(`${listed.data.length} runs for ${RUNS} messages`);
    return misses;
  }

  async missesOf(run) {
    const seen = this.frames.filter((frame) => frame.run_id === run && frame.cursor).map((frame) => frame.seq);
    const journal = (await this.get(`/api/runs/${run}/events?limit=1000`)).data;
    const whole = journal.map((_, i) => i + 1);
    const misses = [];
    if (`${seen}` !== `${whole}`) misses.push(`${run}: frames ${seen} for a journal of ${whole.length}`);
    if (`${journal.map((event) => event.seq)}` !== `${whole}`) misses.push(`${run}: the journal has gaps`);
    if (journal.filter((event) => ENDS.includes(event.type)).length !== 1) misses.push(`${run}: not one end`);
    return misses;
  }

  async get(path) {
    const answer = await fetch(`${this.backend.url}${path}`, { headers: { authorization: `Bearer ${this.token}` } });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return answer.json();
  }
}

const DEEDS = {
  async kill(backend) {
    await backend.end('SIGKILL');
    await backend.start();
  },
  async pause(backend) {
    backend.signal('SIGSTOP');
    await pause(PAUSE_MILLIS);
    backend.signal('SIGCONT');
  },
  async restart(backend) {
    await backend.end('SIGTERM');
    await backend.start();
  },
};

async function trial(mode, number, auth, backend) {
  const client = new Client(backend, await identity(auth));
  const moment = Math.floor(random(SEED * 1_000_003 + number)() * EVENTS);
  await client.connect();
  client.ask();
  await client.reach(moment);
  const before = client.events();
  await DEEDS[mode](backend);
  await client.finish();
  const misses = await client.misses();
  const all = client.events();
  console.log(`${mode} ${number}: after ${before} of ${all} events: ${misses.join('; ') || 'whole'}`);
  return { misses: misses.length, events: all, inTheMiddle: before < all };
}

async function trials(mode, auth) {
  const port = await freePort();
  const data = join(FOLDER, mode);
  const backend = new Service('backend', mode, port, {
    NETRA_AUTH_ISSUER: auth.url, NETRA_BACKEND_URL: `http://localhost:${port}`, NETRA_BACKEND_CLIENT_SECRET: SECRET,
    NETRA_BACKEND_DATA: data, NETRA_BACKEND_DATABASE_URL: `jdbc:sqlite:${data}/backend.db`,
  });
  await backend.start();
  const sums = { mode, trials: 0, events: 0, inTheMiddle: 0, misses: 0 };
  for (let number = 1; number <= TRIALS; number++) {
    const { misses, events, inTheMiddle } = await trial(mode, number, auth, backend);
    sums.trials++;
    sums.events += events;
    sums.inTheMiddle += inTheMiddle ? 1 : 0;
    sums.misses += misses;
  }
  return sums;
}

const port = await freePort();
const auth = new Service('auth', 'auth', port, {
  NETRA_AUTH_ISSUER: `http://localhost:${port}`, NETRA_AUTH_E2E_KEY: KEY, NETRA_BACKEND_CLIENT_SECRET: SECRET,
  NETRA_AUTH_DATA: join(FOLDER, 'auth'), NETRA_AUTH_THROTTLE_TOKEN_IP: '100000/1m',
});
await auth.start();
const sums = await Promise.all(MODES.map((mode) => trials(mode, auth)));
for (const { mode, trials: count, events, inTheMiddle, misses } of sums) {
  console.log(`${mode}: ${count} trials (seed ${SEED}), ${inTheMiddle} in the middle of runs, ${events} events, `
    + `${misses} lost, doubled or reordered`);
}
processes.forEach((child) => child.kill('SIGKILL'));
rmSync(FOLDER, { recursive: true, force: true });
process.exit(sums.some(({ misses }) => misses > 0) ? 1 : 0);
