// The loop against a platform that is broken on purpose: nothing of it may come out proved, and each end says why.
//
//   usage: node e2e/clients/broken.mjs [a] [b] [c]    (from the root of the repository; all takes about ten minutes)
//
//   a  the backend is replaced before the deploy by a server that answers 200 {} to everything: never attested, exit 13,
//      and 10 where something was proved before, which is then deployed again
//   b  the same server takes the backend's private port after the attestation: no test that used it is proved, exit 10
//   c  the backend is killed in the middle of a run: tests in flight are errors, the rest is not run, exit 10
//
// Works in a clone of its own. Prints one line a step and ends with 0, or names what was not as it must be and ends with 1.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'netra-broken-'));
const project = join(work, 'project');
const state = join(work, 'state');
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['a', 'b', 'c'];
const START = 'start: { command: "${java} -XX:AOTCache=app.aot -jar app.jar", directory: "${artifact}" }';

const SERVER = `
  static void serve(int port) throws Exception {
    var server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write("{}".getBytes());
      exchange.close();
    });
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }
`;
const ANYTHING = `class Anything {
  public static void main(String[] arguments) throws Exception {
    serve(Integer.parseInt(System.getenv("SERVER_PORT")));
  }
${SERVER}}
`;
const SWAP = `class Swap {
  public static void main(String[] arguments) throws Exception {
    String program = java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process real = new ProcessBuilder(program, "-XX:AOTCache=app.aot", "-jar", "app.jar").inheritIO().start();
    while (!java.nio.file.Files.exists(java.nio.file.Path.of(arguments[0]))) {
      if (!real.isAlive()) { System.exit(real.exitValue()); }
      Thread.sleep(10);
    }
    real.destroyForcibly().waitFor();
    serve(Integer.parseInt(System.getenv("SERVER_PORT")));
    java.nio.file.Files.createFile(java.nio.file.Path.of(arguments[0] + ".done"));
  }
${SERVER}}
`;

function must(condition, what) {
  if (!condition) {
    console.error(`FAILED: ${what} (left as it is: ${work})`);
    process.exit(1);
  }
  console.log(`ok: ${what}`);
}

function run(program, args, cwd) {
  const ended = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ended.stderr}`);
}

/** The project as it is committed, with the backend's start and some files replaced. */
function lay(command, files) {
  rmSync(project, { recursive: true, force: true });
  run('git', ['clone', '-q', root, project], work);
  const manifest = join(project, 'netra.yaml');
  const text = readFileSync(manifest, 'utf8');
  const at = text.lastIndexOf(START);
  if (at < 0) throw new Error(`netra.yaml: must hold ${START}`);
  if (command) writeFileSync(manifest, text.slice(0, at) + START.replace(/"\$\{java}[^"]*"/, () => `"${command}"`) + text.slice(at + START.length));
  mkdirSync(join(project, 'impostor'));
  for (const [name, source] of Object.entries(files)) writeFileSync(join(project, 'impostor', name), source);
}

/** Runs a loop to its end; `during` gets its lines as they are written, until it says that it has done what it wants. */
async function loop(folder, during = () => true) {
  const before = new Set(runs(folder));
  const child = spawn(join(root, 'netra'), ['loop', '--json', '--state', folder], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  const ended = new Promise((resolve) => child.on('close', resolve));
  const watch = setInterval(() => {
    const journal = runs(folder).filter((name) => !before.has(name)).map((name) => join(folder, 'runs', name, 'journal.jsonl'));
    if (journal.length && existsSync(journal[0]) && during(lines(journal[0]))) clearInterval(watch);
  }, 100);
  const exit = await ended;
  clearInterval(watch);
  const summary = JSON.parse(out.trim().split('\n').at(-1));
  return { exit, err, summary, lines: summary.journal ? lines(summary.journal) : [] };
}

function runs(folder) {
  return existsSync(join(folder, 'runs')) ? readdirSync(join(folder, 'runs')) : [];
}

function lines(journal) {
  const text = readFileSync(journal, 'utf8');
  return text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

function ends(result, exit, reason) {
  must(result.exit === exit && result.summary.reason === reason,
    `exit ${exit}, ${reason}; got ${result.exit}, ${result.summary.reason}\n${result.exit === exit ? '' : result.err}`);
  const tests = result.summary.tests;
  console.log(`   tests: ${Object.entries(tests).map(([name, count]) => `${name} ${count}`).join(', ')}`);
  const verified = spawnSync(join(root, 'netra'), ['verify', '--state', state], { cwd: project, encoding: 'utf8' });
  must(verified.status === 0, `verify accepts it${verified.status === 0 ? '' : `: ${verified.stdout}${verified.stderr}`}`);
}

function attempts(result) {
  return result.lines.filter((line) => line.kind === 'attempt').length;
}

async function neverAttested() {
  console.log('-- a: a server that answers 200 {} to everything, nothing proved before');
  lay('${java} ${project}/impostor/Anything.java', { 'Anything.java': ANYTHING });
  ends(await loop(state), 13, 'blocked');

  console.log('-- the platform as it is');
  lay(null, {});
  const proved = await loop(state);
  ends(proved, 0, 'proved');

  console.log('-- a: the same server, where something was proved');
  lay('${java} ${project}/impostor/Anything.java', { 'Anything.java': ANYTHING });
  const back = await loop(state);
  ends(back, 10, 'no-progress');
  must(attempts(back) === 0, 'no test was run');
  const attested = back.lines.filter((line) => line.kind === 'deploy.attested').slice(-2);
  must(back.lines.some((line) => line.kind === 'deploy.back')
    && attested.every((line) => proved.summary.builds[line.data.service] === line.data.build),
  'what was proved was deployed again and attested');
}

async function swappedAfterwards() {
  console.log('-- b: the same server on the private port after the attestation');
  const swap = join(work, 'swap');
  lay('${java} ${project}/impostor/Swap.java ' + swap, { 'Swap.java': SWAP });
  const swapped = await loop(state, (seen) => {
    const open = seen.some((line) => line.kind === 'deploy.done' && line.data.open);
    if (open) writeFileSync(swap, '');
    return open;
  });
  must(existsSync(`${swap}.done`), 'the server took the place of the backend');
  ends(swapped, 10, 'no-progress');
  const users = new Set(swapped.lines.filter((line) => line.kind === 'exchange' && line.data.service === 'backend' && line.data.key)
    .map((line) => line.data.key.test));
  const report = JSON.parse(readFileSync(swapped.summary.report, 'utf8'));
  must(users.size > 0 && !report.results.some((result) => result.outcome === 'proved' && users.has(result.test)),
    `none of the ${users.size} tests that used the backend is proved`);
}

async function killedInTheMiddle() {
  console.log('-- c: the backend is killed in the middle of a run');
  lay(null, {});
  let killed = false;
  const cut = await loop(state, (seen) => {
    const done = seen.filter((line) => line.kind === 'attempt').length;
    if (done >= 20) {
      killed = true;
      process.kill(-seen.find((line) => line.kind === 'spawned' && line.data.role === 'service' && line.data.name === 'backend').data.pid, 'SIGKILL');
    }
    return killed;
  });
  must(killed, 'it was killed after twenty tests');
  ends(cut, 10, 'no-progress');
  must(cut.summary.tests.not_run > 0 && cut.summary.tests.error > 0, 'tests in flight are errors, the rest is not run');
  must(/service backend ended in the run/.test(cut.err), 'the reason names the service');
}

const cases = { a: neverAttested, b: swappedAfterwards, c: killedInTheMiddle };
for (const name of wanted) await cases[name]();
rmSync(work, { recursive: true, force: true });
console.log('all as it must be');
