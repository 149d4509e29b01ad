// Sends a usage file and follows its import to the end.
const TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', json: 'application/json' };
const PAUSE_MILLIS = 300;

const pause = () => new Promise((done) => { setTimeout(done, PAUSE_MILLIS); });

function typeOf(file) {
  const type = TYPES[file.name.split('.').pop().toLowerCase()];
  if (!type) throw new Error(`${file.name} is none of: ${Object.keys(TYPES).join(', ')}.`);
  return type;
}

function told(state) {
  const rejected = state.rows_rejected ? `, ${state.rows_rejected.toLocaleString('en')} rejected` : '';
  const again = state.duplicate ? ' (this file was here before)' : '';
  return `${state.rows_inserted.toLocaleString('en')} rows imported${rejected}${again}.`;
}

export async function upload(call, file, tell) {
  tell(`Sending ${file.name} …`);
  let state = await call('/api/usage/imports', { method: 'POST', body: file, headers: { 'content-type': typeOf(file) } });
  while (!['completed', 'failed'].includes(state.state)) {
    tell(`Reading ${file.name} …`);
    await pause();
    state = await call(`/api/usage/imports/${state.id}`);
  }
  if (state.state === 'failed') {
    tell('');
    throw new Error(`${file.name} was not imported: ${state.error_message}`);
  }
  tell(told(state));
}
