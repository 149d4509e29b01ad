// The page: signs in, uploads a usage file, asks, and shows each run while it happens.
import { bars } from './bars.js';
import { Runs } from './runs.js';
import { SignIn } from './sign-in.js';
import { Stream } from './stream.js';
import { upload } from './upload.js';

const part = (id) => document.getElementById(id);

function problem(text) {
  part('problem').textContent = text;
  part('problem').hidden = !text;
}

/** Calls the backend as the person who is signed in; a refusal is an error with the sentence of its body. */
function client(signIn) {
  return async (path, init = {}) => {
    const headers = { ...init.headers, authorization: `Bearer ${await signIn.accessToken()}` };
    const answer = await fetch(path, { ...init, headers });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.message);
    return body;
  };
}

async function showSpend(call) {
  const summary = await call('/api/usage/summary?group_by=model');
  const groups = summary.groups.map((group) => ({ name: group.key.model, value: group.spend_usd }));
  part('spend').replaceChildren(...(groups.length ? [bars('Spend by model, USD', groups)] : []));
}

function listen(form, action) {
  part(form).addEventListener('submit', async (event) => {
    event.preventDefault();
    problem('');
    const button = event.target.querySelector('button');
    button.disabled = true;
    try {
      await action();
    } catch (error) {
      problem(error.message);
    } finally {
      button.disabled = false;
    }
  });
}

function openDesk(signIn, config) {
  const call = client(signIn);
  const runs = new Runs(part('runs'), () => showSpend(call).catch((error) => problem(error.message)));
  const stream = new Stream(config.ws_url, () => signIn.accessToken(), {
    frame: (frame) => runs.take(frame),
    state: (text) => { part('connection').textContent = text; },
    problem,
  });
  part('person').textContent = signIn.email();
  part('sign-out').hidden = false;
  part('sign-out').addEventListener('click', () => signIn.leave());
  part('desk').hidden = false;
  listen('upload', async () => {
    const tell = (text) => { part('upload-state').textContent = text; };
    await upload(call, part('file').files[0], tell);
    await showSpend(call);
  });
  listen('ask', async () => {
    stream.send({ type: 'user_message', client_message_id: crypto.randomUUID(),
      payload: { content: part('question').value } });
    part('question').value = '';
  });
  stream.open();
  showSpend(call).catch((error) => problem(error.message));
}

async function start() {
  const config = await (await fetch('/api/config')).json();
  const signIn = await SignIn.at(config.auth.issuer, config.auth.client_id);
  const outcome = await signIn.resume();
  if (outcome === 'leaving') return;
  if (outcome === 'signed-in') {
    openDesk(signIn, config);
    return;
  }
  part('welcome').hidden = false;
  part('sign-in').addEventListener('click', () => signIn.begin().catch((error) => problem(error.message)));
}

start().catch((error) => problem(`The page cannot start: ${error.message}`));
