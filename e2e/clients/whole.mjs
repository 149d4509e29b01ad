// An unmodified WebSocket client (npm `ws`) against a running platform: welcome, upload, question, the five events with
// gapless seq, a cut, a resume by cursor; then the same with the backend killed in the middle of the run.
//
//   usage: node whole.mjs           (after ./netra up, from the root: npm --prefix e2e/clients ci, then this)
//
// Prints one line a step and ends with 0, or names the first thing that was not as it must be and ends with 1.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';

const AUTH = process.env.NETRA_AUTH ?? 'http://localhost:8081';
const BACKEND = process.env.NETRA_BACKEND ?? 'http://localhost:8000';
const QUESTION = 'What do I spend, and on what?';
const ROWS = 2000;
const COST = 0.0035; // what the provider billed for each
const MAIN_EVENTS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'];

function must(condition, what) {
  if (!condition) {
    console.error(`FAILED: ${what}`);
    process.exit(1);
  }
  console.log(`ok: ${what}`);
}

async function json(response) {
  const body = await response.text();
  must(response.ok, `${response.url} answers ${response.status}`);
  return JSON.parse(body);
}

async function register() {
  const account = { email: `ws-${randomUUID()}@example.com`, password: `correct horse ${randomUUID()}` };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${AUTH}/auth/register`, { method: 'POST', headers, body: JSON.stringify(account) });
  return (await json(answer)).access_token;
}

async function upload(token) {
  const rows = ['request_id,timestamp,model,feature,input_tokens,output_tokens,cost_usd'];
  for (let i = 0; i < ROWS; i++) {
    const at = new Date(Date.UTC(2026, 0, 5 + (i % 14), 0, i % 60)).toISOString();
    rows.push(`r-${i},${at},acme/premium,search,1000,100,${COST}`);
  }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  let state = await json(
    await fetch(`${BACKEND}/api/usage/imports`, { method: 'POST', headers, body: rows.join('\n') }));
  for (let tries = 0; state.state !== 'completed' && state.state !== 'failed' && tries < 200; tries++) {
    await new Promise((done) => setTimeout(done, 50));
    const answer = await fetch(`${BACKEND}/api/usage/imports/${state.id}`, { headers });
    state = JSON.parse(await answer.text());
  }
  must(state.state === 'completed' && state.rows_inserted === ROWS, `the upload is imported: ${ROWS} rows`);
}

/** Opens a socket and gathers its frames; `until` resolves with all frames up to the first that fits. */
function open(token, cursor) {
  const query = cursor ? `?cursor=${cursor}` : '';
  const socket = new WebSocket(BACKEND.replace('http', 'ws') + `/ws${query}`, ['jwt-auth',
    `jwt.${Buffer.from(token).toString('base64url')}`]);
  const frames = [];
  const waiting = [];
  socket.on('message', (data) => {
    frames.push(JSON.parse(data.toString()));
    waiting.splice(0).forEach((look) => look());
  });
  socket.on('error', (error) => waiting.splice(0).forEach((look) => look(error)));
  socket.on('close', () => waiting.splice(0).forEach((look) => look(new Error('the socket closed'))));
  const until = (fits) => new Promise((resolve, reject) => {
    const look = (error) => {
      const at = frames.findIndex(fits);
      if (at >= 0) resolve(frames.slice(0, at + 1));
      else if (error) reject(error);
      else waiting.push(look);
    };
    look();
  });
  return { socket, frames, until };
}

/** Applies frames as a client must: a run's frame only when its seq is the last one plus 1. */
function apply(applied, frames, run) {
  for (const frame of frames) {
    if (frame.run_id === run && frame.seq && frame.seq > applied.length) {
      must(frame.seq === applied.length + 1, `seq ${frame.seq} follows ${applied.length}`);
      applied.push(frame);
    }
  }
}

function whole(applied) {
  const types = applied.map((frame) => frame.type);
  let at = -1;
  for (const type of MAIN_EVENTS) {
    at = types.indexOf(type, at + 1);
    must(at >= 0, `${type} came, in order`);
  }
  const spend = applied.at(-1).data.result.facts.find((fact) => fact.name === 'spend');
  must(spend?.value === ROWS * COST, `the spend of ${applied.length} frames is the sum of what was sent: ${spend?.value} USD`);
}

async function askAndCut(token, cut) {
  const first = open(token);
  await first.until((frame) => frame.data?.event === 'connection_established');
  must(first.socket.protocol === 'jwt-auth', 'the welcome came over the subprotocol jwt-auth');
  first.socket.send(JSON.stringify({ type: 'user_message', payload: { content: QUESTION } }));
  const seen = await first.until((frame) => frame.type === 'tool_executing');
  const run = seen.at(-1).run_id;
  const applied = [];
  apply(applied, seen, run);
  await cut(first.socket);
  return { run, applied, cursor: seen.at(-1).cursor };
}

async function resume(token, { run, applied, cursor }) {
  let back;
  for (let tries = 0; ; tries++) {
    back = open(token, cursor);
    try {
      await back.until((frame) => frame.data?.event === 'connection_established');
      break;
    } catch (error) {
      if (tries === 200) must(false, `the backend answers again (${error.message})`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  const frames = await back.until((frame) => frame.run_id === run && frame.type === 'agent_completed');
  await back.until((frame) => frame.type === 'resumed');
  console.log('ok: resumed came');
  apply(applied, frames, run);
  whole(applied);
  back.socket.close();
}

const token = await register();
await upload(token);

console.log('-- a cut socket');
await resume(token, await askAndCut(token, async (socket) => socket.terminate()));

console.log('-- kill -9 of the backend in the middle of the run');
const netra = process.env.NETRA ?? './netra';
await resume(token, await askAndCut(token, async () => {
  const services = JSON.parse(execFileSync(netra, ['status', '--json'], { encoding: 'utf8' }));
  const backend = services.find((service) => service.name === 'backend');
  process.kill(backend.pid, 'SIGKILL');
  execFileSync(netra, ['up'], { stdio: 'inherit' });
}));
console.log('all as it must be');
process.exit(0);
